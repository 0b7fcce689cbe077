import { flaggedPolicies, type PromptRequest, type Shot } from '../../requests/index.ts';
import type { Attention } from './review-card.ts';

/** What waits for a curator besides a review; null where nothing does. The records list the same ones. */
export function attentionOf(request: PromptRequest): Attention | null {
  switch (request.state) {
    case 'failed':
      return { kind: 'failed', reason: request.error, shot: null };
    case 'finishing': {
      if (!request.clipVerdict) return null;
      return { kind: 'clip-on-hold', reason: flaggedPolicies(request.clipVerdict).join(', '), shot: null };
    }
    case 'generating': {
      const shot = request.shots.findIndex(({ state }) => state === 'uncertain');
      const uncertain = request.shots[shot];
      return uncertain ? { kind: 'may-have-been-billed', reason: whyOf(uncertain), shot } : null;
    }
    case 'delivered':
      if (!request.reports) return null;
      return { kind: 'reported', reason: request.reports.map(({ words }) => words).join('\n'), shot: null };
    case 'refused':
    case 'declined':
    case 'blocked':
      if (!request.appeal || request.appeal.decided) return null;
      return { kind: 'appealed', reason: request.appeal.words, shot: null };
    default:
      return null;
  }
}

function whyOf(shot: Shot): string {
  return shot.state === 'uncertain' ? shot.why : '';
}
