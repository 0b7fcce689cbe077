import { type AdvanceDependencies, advance, type PromptRequest, SEEDED, toInstant } from '../../requests/index.ts';
import type { GivenAnswer, SeededCaseStore } from '../account/seeded-case-store.ts';
import type { DeskDecision, DeskOutcome } from './review-desk.ts';

const ANSWERS: Readonly<Partial<Record<DeskDecision['action'], GivenAnswer>>> = {
  approve: 'approve',
  decline: 'decline',
  escalate: 'escalate',
};

/**
 * Keeps what a curator did with a seeded case, and takes it away: nothing is made, sent, paid or counted against
 * anybody. Null where the request is none, or nothing was decided that could be right.
 */
export async function answerSeededCase(
  dependencies: AdvanceDependencies & { seededCases: Pick<SeededCaseStore, 'find' | 'answer'> },
  request: PromptRequest,
  curator: string,
  { action }: DeskDecision,
): Promise<DeskOutcome | null> {
  const { seededCases, clock } = dependencies;
  if (request.post.platform !== SEEDED) return null;
  const given = ANSWERS[action];
  const placed = await seededCases.find(request.id);
  // Whatever else it is, it would cost something or be said to somebody.
  if (!placed || !given) return { outcome: 'not-now', by: null, request };
  const correct = placed.right === 'approve' ? given === 'approve' : given !== 'approve';
  const answer = { requestId: request.id, caseId: placed.caseId, given, correct, answeredAt: toInstant(clock()) };
  const first = await seededCases.answer({ ...answer, curator });
  // Also where another process died between the answer and this.
  const gone = await advance(dependencies, request, { kind: 'withdrawn', by: 'platform' });
  const now = gone.applies ? gone.request : request;
  return first
    ? { outcome: 'done', by: curator, request: now }
    : { outcome: 'already-decided', by: null, request: now };
}
