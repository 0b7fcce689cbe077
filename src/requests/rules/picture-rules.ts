import { stay } from './appeal-rules.ts';
import type { Rules } from './rule.ts';

/** Whether what was sent, and what looks like it, is accepted again. */
export const pictureRules: Rules<'picture-kept-out' | 'picture-let-in'> = {
  'picture-kept-out': (request, _, now) => {
    if ((request.state !== 'refused' && request.state !== 'declined') || !request.picture) return 'not-now';
    // Once a curator let it in, only a curator keeps it out.
    return request.keptOut ? 'already-so' : stay(request, { keptOut: { at: now, letIn: null } });
  },

  'picture-let-in': (request, { curator }, now) => {
    if ((request.state !== 'refused' && request.state !== 'declined') || !request.picture) return 'not-now';
    if (request.keptOut?.letIn) return 'already-so';
    return stay(request, { keptOut: { at: request.keptOut?.at ?? now, letIn: { curator, at: now } } });
  },
};
