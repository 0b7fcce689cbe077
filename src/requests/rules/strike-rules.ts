import { stay } from './appeal-rules.ts';
import type { Rules } from './rule.ts';

/** A curator's word on whether what was refused or declined counts against its requester. */
export const strikeRules: Rules<'strike-lifted' | 'strike-restored'> = {
  'strike-lifted': (request, { curator, reason }, now) => {
    if (request.state !== 'refused' && request.state !== 'declined') return 'not-now';
    if (request.strike && !request.strike.counts) return 'already-so';
    return stay(request, { strike: { counts: false, curator, at: now, reason } });
  },

  'strike-restored': (request, { curator, reason }, now) => {
    if (request.state !== 'refused' && request.state !== 'declined') return 'not-now';
    if (!request.strike || request.strike.counts) return 'already-so';
    return stay(request, { strike: { counts: true, curator, at: now, reason } });
  },
};
