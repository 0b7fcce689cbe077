import {
  type Clock,
  decide,
  type PromptRequest,
  type RequestStore,
  takesOthers,
  toInstant,
} from '../../requests/index.ts';
import type { DelayedDecision, DelayedDecisionStore } from './delayed-decision-store.ts';
import { eventOfDecision } from './event-of-decision.ts';
import type { DeskAction, DeskDecision, DeskOutcome, ReviewDesk } from './review-desk.ts';

export interface DelayedDeskDependencies {
  desk: ReviewDesk;
  decisions: DelayedDecisionStore;
  requests: Pick<RequestStore, 'find'>;
  clock: Clock;
  /** Between a decision and its effect, in milliseconds; 0: none. */
  delayMs: number;
}

/** A desk at which decisions can be taken back for a while. */
export interface DelayedDesk extends ReviewDesk {
  /** As `act`, but what sends or pays something waits, and the outcome says until when. */
  actLater(requestId: string, curator: string, action: DeskAction): Promise<DeskOutcome | null>;
  /** Takes the curator's own decisions back; the ids of those for which it was not too late. */
  undo(requestIds: readonly string[], curator: string): Promise<string[]>;
  /** Brings what is due into effect; what was changed since it was decided on is dropped, and waits again. */
  bringIntoEffect(): Promise<void>;
}

/** What is sent to nobody, and what must happen at once: a clip that should not be seen is not shown for longer. */
const AT_ONCE: readonly DeskAction['action'][] = [
  'claim',
  'release',
  'escalate',
  'preview',
  'still',
  'leave-still-out',
  'take-down',
  'hold',
  'resume',
];
/** How long one process has to bring a decision into effect before another may, in milliseconds. */
const LEASE_MS = 30_000;

export function createDelayedDesk({ desk, decisions, requests, clock, delayMs }: DelayedDeskDependencies): DelayedDesk {
  const inMs = (milliseconds: number) => toInstant(new Date(clock().getTime() + milliseconds));

  /** Whoever decided it has it, until it takes effect. */
  async function waitingFor(requestId: string, action: DeskAction): Promise<DeskOutcome | null> {
    const waiting = action.action === 'release' ? null : await decisions.find(requestId);
    const request = waiting && (await requests.find(requestId));
    return request && { outcome: 'already-decided', by: waiting.curator, request };
  }

  async function act(requestId: string, curator: string, action: DeskAction): Promise<DeskOutcome | null> {
    return (await waitingFor(requestId, action)) ?? desk.act(requestId, curator, action);
  }

  async function keep(request: PromptRequest, curator: string, decision: DeskDecision): Promise<DeskOutcome> {
    const wanted: DelayedDecision = {
      ...{ requestId: request.id, version: request.version, curator, decision },
      ...{ madeAt: inMs(0), effectAt: inMs(delayMs) },
    };
    const kept = await decisions.add(wanted);
    if (kept.curator !== curator || kept.madeAt !== wanted.madeAt) {
      return { outcome: 'already-decided', by: kept.curator, request };
    }
    return { outcome: 'done', by: curator, request, effectAt: kept.effectAt };
  }

  async function canTake(leadId: string): Promise<boolean> {
    const lead = await requests.find(leadId);
    return lead !== null && takesOthers(lead);
  }

  return {
    act,
    async actLater(requestId, curator, action) {
      if (delayMs === 0 || AT_ONCE.includes(action.action)) return act(requestId, curator, action);
      const decision = action as DeskDecision;
      const claimed = await act(requestId, curator, { action: 'claim' });
      if (claimed?.outcome !== 'done') return claimed;
      const { request } = claimed;
      const later = decide(request, eventOfDecision(request, curator, decision, inMs(0)), inMs(0));
      // What would come to nothing is said now, by whoever knows why; what moves nothing on, sends and pays nothing.
      const moves = later.applies && later.entry.from !== later.entry.to;
      // So is what asks after more than the request itself.
      const looks = action.action === 'merge' && !(await canTake(action.into));
      return moves && !looks ? keep(request, curator, decision) : desk.act(requestId, curator, decision);
    },
    undo: (requestIds, curator) => decisions.takeBack(requestIds, curator),
    async bringIntoEffect() {
      const due = await decisions.takeDue(inMs(0), inMs(LEASE_MS));
      for (const each of due) {
        const { requestId, version, curator, decision } = each;
        const request = await requests.find(requestId);
        const done = request?.version === version ? await desk.act(requestId, curator, decision) : null;
        // Another took it in hand at the very moment it was decided: it is tried again when the lease is over.
        if (done?.outcome !== 'held-by-another') await decisions.end(each);
      }
    },
  };
}
