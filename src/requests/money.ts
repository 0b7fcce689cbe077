import type { RequestEvent } from './event.ts';
import type { Instant } from './instant.ts';
import type { PromptRequest } from './request.ts';
import type { Reservation } from './reservation.ts';
import type { Shot } from './shot.ts';
import type { Still } from './still.ts';

/**
 * What has become of the money of one start. `reserved`: the engine is being asked, or at it. `uncertain`: may have been
 * billed. `released`: certainly never begun. `refunded`: begun, and not billed since it failed.
 */
export const MONEY_STATES = ['reserved', 'charged', 'uncertain', 'released', 'refunded'] as const;
export type MoneyState = (typeof MONEY_STATES)[number];

/** A row of the ledger that is begun or settled, named by the key of its start. */
export type MoneyMove =
  | { move: 'reserve'; key: string; shot: number; engine: string; reservation: Reservation }
  /** `usd`: what the engine itself says it is, which goes before what was reserved; `to: 'reserved'`: at most so much. */
  | { move: 'settle'; key: string; to: MoneyState; usd?: number };

/** What an event that applied means for the ledger: committed with it, so that each charge has its row and its reason. */
export function moneyMoves(before: PromptRequest, event: RequestEvent, after: PromptRequest): MoneyMove[] {
  if (event.kind === 'shot-intended') return reserve(event, after);
  if (event.kind === 'still-intended') return reserveStill(event);
  if (before.state === 'in-review') return settleStill(before.still, after);
  if (!('shots' in before)) return [];
  const now = 'shots' in after ? after.shots : [];
  return before.shots.flatMap((shot, place): MoneyMove[] => {
    const to = settled(shot, now[place] ?? null, event);
    if (to === null || !('key' in shot)) return [];
    const usd = saidBy(event);
    return [{ move: 'settle', key: shot.key, to, ...(usd === undefined ? {} : { usd }) }];
  });
}

/** What the engine said of the cost of the one shot that the event is about. */
function saidBy(event: RequestEvent): number | undefined {
  if (event.kind === 'shot-started') return event.estimateUsd;
  return event.kind === 'shot-rendered' ? event.costUsd : undefined;
}

function reserve(event: Extract<RequestEvent, { kind: 'shot-intended' }>, after: PromptRequest): MoneyMove[] {
  if (after.state !== 'generating' || !event.reservation) return [];
  const { key, shot, reservation } = event;
  return [{ move: 'reserve', key, shot, engine: after.engine, reservation }];
}

/** It is the beginning of the first shot. */
function reserveStill({ key, maker, reservation }: Extract<RequestEvent, { kind: 'still-intended' }>): MoneyMove[] {
  if (!reservation) return [];
  return [{ move: 'reserve', key, shot: 0, engine: maker, reservation }];
}

/** What becomes of a still that a model may be making. */
function settleStill(was: Still | undefined, after: PromptRequest): MoneyMove[] {
  if (was?.state !== 'starting') return [];
  const to = stillSettled(after.state === 'in-review' ? after.still : undefined);
  return to === null ? [] : [{ move: 'settle', key: was.key, to }];
}

function stillSettled(is: Still | undefined): Exclude<MoneyState, 'reserved'> | null {
  switch (is?.state) {
    case 'starting':
      return null;
    case 'made':
      return 'charged';
    case 'asked':
      return 'released';
    case 'failed':
      return is.failure.billed ? 'charged' : 'released';
    default:
      // In doubt; or nobody waits for the answer any more.
      return 'uncertain';
  }
}

/** What a shot's way from one state to the next says of its money; null where it says nothing new. */
function settled(was: Shot, is: Shot | null, event: RequestEvent): MoneyState | null {
  if (was.state === 'starting' && is?.state === 'running') return saidBy(event) === undefined ? null : 'reserved';
  if (was.state === 'running' && is?.state === 'rendered') return 'charged';
  if (is?.state === 'uncertain' && was.state === 'starting') return 'uncertain';
  if (is?.state === 'failed' && was.state !== 'failed') return ofFailure(was, is);
  switch (was.state) {
    case 'starting':
      if (event.kind === 'shot-not-sent' || event.kind === 'engine-replaced') return 'released';
      // Nobody waits for the answer any more.
      return is === null ? 'uncertain' : null;
    case 'running':
      return is === null ? 'uncertain' : null;
    default:
      return null;
  }
}

/** An engine that refuses has begun nothing; of one that fails later, only it can say whether it bills that. */
function ofFailure(was: Shot, is: Extract<Shot, { state: 'failed' }>): Exclude<MoneyState, 'reserved'> {
  if (was.state === 'starting') return 'released';
  // What was rendered is billed already, whatever became of its file.
  if (was.state !== 'running') return 'charged';
  if (is.failure.billed === undefined) return 'uncertain';
  return is.failure.billed ? 'charged' : 'refunded';
}

/** The day in UTC. */
export function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}
