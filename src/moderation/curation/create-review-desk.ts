import {
  type AdvanceDependencies,
  advance,
  type Change,
  type HistoryEntry,
  isCurator,
  takesOthers,
  toInstant,
} from '../../requests/index.ts';
import type { SeededCaseStore } from '../account/seeded-case-store.ts';
import type { KeepOut } from '../screening/keep-out.ts';
import type { LetIn } from '../screening/let-in.ts';
import { answerSeededCase } from './answer-seeded-case.ts';
import type { ClaimStore } from './claim-store.ts';
import { eventOfDecision } from './event-of-decision.ts';
import type { DeskDecision, DeskOutcome, ReviewDesk } from './review-desk.ts';

export interface ReviewDeskDependencies extends AdvanceDependencies {
  claims: ClaimStore;
  /** How long a claim keeps others away, in milliseconds. */
  claimMs: number;
  keepOut: KeepOut;
  letIn: LetIn;
  seededCases: Pick<SeededCaseStore, 'find' | 'answer'>;
}

/** They decide nothing: whoever asks goes on with it. */
const KEEP_IN_HAND: readonly DeskDecision['action'][] = ['preview', 'still', 'leave-still-out'];

/** The desk over the records. */
export function createReviewDesk(dependencies: ReviewDeskDependencies): ReviewDesk {
  const { requests, claims, clock, claimMs } = dependencies;

  async function hold(requestId: string, curator: string) {
    const now = clock();
    const until = toInstant(new Date(now.getTime() + claimMs));
    return claims.claim({ requestId, curator, until }, toInstant(now));
  }

  return {
    async act(requestId, curator, action) {
      const request = await requests.find(requestId);
      if (!request) return null;
      if (action.action === 'release') {
        await claims.release(requestId, curator);
        return { outcome: 'done', by: null, request };
      }
      const claim = await hold(requestId, curator);
      if (claim.curator !== curator) return { outcome: 'held-by-another', by: claim.curator, request };
      if (action.action === 'claim') return { outcome: 'done', by: curator, request };
      if (action.action === 'merge' && !(await takesIt(action.into))) {
        return { outcome: 'not-now', by: null, request };
      }
      const answered = await answerSeededCase(dependencies, request, curator, action);
      if (answered) {
        if (answered.outcome !== 'not-now') await claims.release(requestId, curator);
        return answered;
      }
      // First: where the process dies in between, the picture is kept out all the same.
      const { picture } = request;
      if (action.action === 'decline' && action.neverAgain && picture) await dependencies.keepOut(picture, curator);
      if (action.action === 'let-picture-in' && picture) await dependencies.letIn(picture);
      const decision = await advance(
        dependencies,
        request,
        eventOfDecision(request, curator, action, toInstant(clock())),
      );
      if (!KEEP_IN_HAND.includes(action.action)) await claims.release(requestId, curator);
      if (decision.applies) return { outcome: outcomeOf(action, decision), by: curator, request: decision.request };
      const now = (await requests.find(requestId)) ?? request;
      if (decision.why === 'same-curator') return { outcome: 'another-curator', by: curator, request: now };
      const by = await lastDecider(now.id, action);
      return { outcome: by === null ? 'not-now' : 'already-decided', by, request: now };
    },
  };

  async function takesIt(leadId: string): Promise<boolean> {
    const lead = await requests.find(leadId);
    return lead !== null && takesOthers(lead);
  }

  /** The curator who brought it to where it is; null where its requester or the platform did something since. */
  async function lastDecider(requestId: string, { action }: DeskDecision): Promise<string | null> {
    const history = await requests.history(requestId);
    const last = history.findLast(
      ({ actor, event }) => actor !== null && (event.kind !== 'escalated' || action === 'escalate'),
    );
    return last && isDecision(last) ? last.actor : null;
  }
}

/** The first of two approvals leaves a request where it is. */
function outcomeOf({ action }: DeskDecision, { entry }: Change): DeskOutcome['outcome'] {
  const first = (action === 'approve' || action === 'release-clip') && entry.from === entry.to;
  return first ? 'one-more-needed' : 'done';
}

function isDecision({ actor, event }: HistoryEntry): boolean {
  return (
    event.kind !== 'asked' &&
    !['preview-asked', 'still-asked', 'still-left-out'].includes(event.kind) &&
    isCurator(actor)
  );
}
