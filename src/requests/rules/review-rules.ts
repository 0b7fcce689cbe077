import { dequal } from 'dequal';
import { type Approval, NOT_CHOSEN, type RequestState } from '../request.ts';
import { decidedBefore } from './appeal-rules.ts';
import type { Rules } from './rule.ts';
import { beginsWithPicture } from './still-rules.ts';

/** Where the requester may still change what they ask for. */
const EDITABLE: readonly RequestState[] = ['received', 'in-review', 'held', 'merged'];

/** From the asking to a curator's decision. */
export const reviewRules: Rules<
  'prompt-screened' | 'prompt-edited' | 'approved' | 'declined' | 'passed-over' | 'escalated'
> = {
  'prompt-screened': (request, { verdict, script, stillSeed }, now) => {
    if (request.state !== 'received') return 'not-now';
    if (verdict.outcome === 'refuse') return { next: { state: 'refused', verdict } };
    const written = script && { script };
    const next = { state: 'in-review', verdict, escalated: false, appealOf: null, made: null, ...written } as const;
    if (stillSeed === undefined || beginsWithPicture(request)) return { next };
    const still = { prompt: request.prompt, seed: stillSeed, state: 'asked', askedAt: now } as const;
    return { next: { ...next, still }, work: [{ step: 'make-still' }] };
  },

  'prompt-edited': (request, { changes }) => {
    if (!EDITABLE.includes(request.state)) return 'not-now';
    const { prompt, options, picture, locale } = request;
    if (dequal({ prompt, options, picture, locale }, changes)) return 'already-so';
    return { next: { ...changes, state: 'received' }, work: [{ step: 'screen-prompt' }] };
  },

  approved: (request, { approval }) => {
    if (request.state !== 'in-review') return 'not-now';
    if (decidedBefore(request, approval.curator)) return 'same-curator';
    const { verdict, made, firstApproval: first } = request;
    const second =
      first !== undefined && isOfTheSame(first, approval) && first.still?.sha256 === approval.still?.sha256;
    if (verdict.approvals === 2 && !second) {
      return { next: { ...request, firstApproval: approval } };
    }
    if (second && first.curator === approval.curator) return 'same-curator';
    const given = second ? { ...approval, first: first.curator } : approval;
    if (made !== null && isOfTheSame(made.approval, approval) && approval.still === undefined) {
      return { next: { state: 'ready', verdict, approval: given, clip: made.clip }, work: [{ step: 'deliver' }] };
    }
    return { next: { state: 'approved', verdict, approval: given }, work: [{ step: 'start-clip' }] };
  },

  declined: (request, { decline }) => {
    if (request.state !== 'in-review') return 'not-now';
    if (decline.curator !== null && decidedBefore(request, decline.curator)) return 'same-curator';
    return { next: { state: 'declined', verdict: request.verdict, decline } };
  },

  'passed-over': (request, _, now) => {
    if (request.state !== 'in-review' && request.state !== 'held') return 'not-now';
    // Whoever was promised a second look is owed an answer by somebody.
    if (request.appealOf !== null) return 'not-now';
    const decline = { curator: null, at: now, reason: NOT_CHOSEN, note: null };
    return { next: { state: 'declined', verdict: request.verdict, decline } };
  },

  escalated: (request) => {
    if (request.state !== 'in-review') return 'not-now';
    if (request.escalated) return 'already-so';
    return { next: { ...request, escalated: true } };
  },
};

/** Whether the same words, options and shots were approved. */
function isOfTheSame(one: Approval, other: Approval): boolean {
  return one.prompt === other.prompt && dequal(one.options, other.options) && dequal(one.script, other.script);
}
