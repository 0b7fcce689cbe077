import { isDeepStrictEqual } from 'node:util';
import type { Rules } from './rule.ts';

/** From the asking to a curator's decision. */
export const reviewRules: Rules<
  'prompt-screened' | 'prompt-edited' | 'approved' | 'declined' | 'escalated' | 'appeal-upheld'
> = {
  'prompt-screened': (request, { verdict }) => {
    if (request.state !== 'received') return 'not-now';
    if (verdict.outcome === 'refuse') return { next: { state: 'refused', verdict } };
    return { next: { state: 'in-review', verdict, escalated: false, appealOf: null, made: null } };
  },

  'prompt-edited': (request, { changes }) => {
    if (request.state !== 'received' && request.state !== 'in-review') return 'not-now';
    const { prompt, options, picture, locale } = request;
    if (isDeepStrictEqual({ prompt, options, picture, locale }, changes)) return 'already-so';
    return { next: { ...changes, state: 'received' }, work: [{ step: 'screen-prompt' }] };
  },

  approved: (request, { approval }) => {
    if (request.state !== 'in-review') return 'not-now';
    const { verdict, made } = request;
    const unchanged =
      made !== null &&
      made.approval.prompt === approval.prompt &&
      isDeepStrictEqual(made.approval.options, approval.options);
    if (unchanged) return { next: { state: 'ready', verdict, approval, clip: made.clip }, work: [{ step: 'deliver' }] };
    return { next: { state: 'approved', verdict, approval }, work: [{ step: 'start-clip' }] };
  },

  declined: (request, { decline }) => {
    if (request.state !== 'in-review') return 'not-now';
    return { next: { state: 'declined', verdict: request.verdict, decline } };
  },

  escalated: (request) => {
    if (request.state !== 'in-review') return 'not-now';
    if (request.escalated) return 'already-so';
    const { verdict, appealOf, made } = request;
    return { next: { state: 'in-review', verdict, escalated: true, appealOf, made } };
  },

  'appeal-upheld': (request) => {
    switch (request.state) {
      case 'refused':
      case 'declined':
        return {
          next: { state: 'in-review', verdict: request.verdict, escalated: false, appealOf: request.state, made: null },
        };
      case 'blocked': {
        const { verdict, approval, clip } = request;
        return {
          next: { state: 'in-review', verdict, escalated: false, appealOf: 'blocked', made: { approval, clip } },
        };
      }
      default:
        return 'not-now';
    }
  },
};
