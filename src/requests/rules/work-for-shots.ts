import type { Shot } from '../shot.ts';
import type { Work } from '../work.ts';

/**
 * The work that each shot waits for. What was paid for is fetched rather than made again; an uncertain shot waits for
 * a curator and gets none.
 */
export function workForShots(shots: readonly Shot[]): Work[] {
  return shots.flatMap((shot, index): Work[] => {
    switch (shot.state) {
      case 'planned':
      case 'starting':
        return [{ step: 'start-shot', shot: index }];
      case 'running':
        return [{ step: 'check-shot', shot: index, afterMs: 0 }];
      case 'rendered':
        return [{ step: 'download-shot', shot: index }];
      case 'downloaded':
      case 'uncertain':
      case 'failed':
        return [];
      default:
        return shot satisfies never;
    }
  });
}
