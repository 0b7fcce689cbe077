import type { Shot } from '../shot.ts';
import type { Work } from '../work.ts';

/**
 * The work that each shot waits for. What was paid for is fetched rather than made again; an uncertain shot waits for
 * a curator and gets none. Shots are made one after another: each may begin with the last picture of the one before,
 * and what fails early costs nothing for the rest.
 */
export function workForShots(shots: readonly Shot[]): Work[] {
  return shots.flatMap((shot, index): Work[] => {
    switch (shot.state) {
      case 'planned':
        return isNext(shots, index) ? [{ step: 'start-shot', shot: index }] : [];
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

/** Whether all before it are there. */
function isNext(shots: readonly Shot[], index: number): boolean {
  return shots.slice(0, index).every(({ state }) => state === 'downloaded');
}
