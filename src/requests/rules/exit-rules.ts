import type { PromptRequest } from '../request.ts';
import type { Shot } from '../shot.ts';
import type { Work } from '../work.ts';
import { stay } from './appeal-rules.ts';
import type { Rules } from './rule.ts';
import { workForShots } from './work-for-shots.ts';

/** The ways out of the straight life, and the way back from a failure. */
export const exitRules: Rules<'gave-up' | 'retried' | 'withdrawn' | 'picture-let-go' | 'taken-down'> = {
  'gave-up': (request, { during, error }) => {
    switch (request.state) {
      case 'received':
      case 'approved':
      case 'generating':
      case 'finishing':
      case 'ready':
        return { next: { state: 'failed', during, error, ...paidFor(request) } };
      default:
        return 'not-now';
    }
  },

  retried: (request) => {
    if (request.state !== 'failed') return 'not-now';
    const { during, verdict, approval, engine, shots, clip } = request;
    if (!verdict || !approval) return { next: { state: 'received' }, work: [{ step: 'screen-prompt' }] };
    if (clip && during === 'delivering') {
      return { next: { state: 'ready', verdict, approval, clip }, work: [{ step: 'deliver' }] };
    }
    if (!engine || shots.length === 0) {
      return { next: { state: 'approved', verdict, approval }, work: [{ step: 'start-clip' }] };
    }
    if (shots.every((shot) => shot.state === 'downloaded')) {
      return {
        next: { state: 'finishing', verdict, approval, engine, shots, clip, clipVerdict: null },
        work: [{ step: clip ? 'screen-clip' : 'finish-clip' }],
      };
    }
    const again = shots.map((shot): Shot => (shot.state === 'failed' ? { order: shot.order, state: 'planned' } : shot));
    return { next: { state: 'generating', verdict, approval, engine, shots: again }, work: workForShots(again) };
  },

  withdrawn: (request, { by }) => {
    switch (request.state) {
      case 'received':
      case 'in-review':
      case 'held':
      case 'merged':
      case 'approved':
      case 'finishing':
      case 'ready':
        return { next: { state: 'withdrawn', by, picture: null } };
      case 'generating':
      case 'failed':
        return { next: { state: 'withdrawn', by, picture: null }, work: cancelRunning(request.engine, request.shots) };
      default:
        return 'not-now';
    }
  },

  'picture-let-go': (request) => {
    if (request.state !== 'refused' && request.state !== 'declined') return 'not-now';
    // Whoever decides on the appeal is to see what was asked.
    if (request.appeal?.decided === null) return 'not-now';
    if (request.picture === null) return 'already-so';
    const { next } = stay(request, {});
    return { next: { ...next, picture: null } };
  },

  'taken-down': (request, { by, reason }) => {
    if (request.state !== 'delivered') return 'not-now';
    const { verdict, approval, clip, reply } = request;
    return { next: { state: 'removed', verdict, approval, clip, reply, by, reason }, work: [{ step: 'remove-reply' }] };
  },
};

function cancelRunning(engine: string | null, shots: readonly Shot[]): Work[] {
  if (engine === null) return [];
  return shots.flatMap((shot, index): Work[] =>
    shot.state === 'running' ? [{ step: 'cancel-shot', shot: index, engine, operation: shot.operation }] : [],
  );
}

/** What a failed request keeps, so that trying again pays for nothing twice. */
function paidFor(request: PromptRequest) {
  return {
    verdict: 'verdict' in request ? request.verdict : null,
    approval: 'approval' in request ? request.approval : null,
    engine: 'engine' in request ? request.engine : null,
    shots: 'shots' in request ? request.shots : [],
    clip: 'clip' in request ? request.clip : null,
  };
}
