import { type Call, choosingUntil, type EndedCall, hasEnded } from '../calls/call.ts';
import type { CallStore } from '../calls/call-store.ts';
import { USUAL_WINNERS, type WinnersRule } from '../calls/winners-rule.ts';
import { type Clock, type RequestState, type RequestStore, repeat, toInstant } from '../requests/index.ts';
import { drawBoard } from './duel-board.ts';
import type { DuelStore } from './duel-store.ts';
import { givePlaces, type Ranked } from './give-places.ts';
import type { VoteStore } from './vote-store.ts';
import type { FoundWinners, WinnerStore } from './winner-store.ts';

export interface WinnersDependencies {
  calls: Pick<CallStore, 'list'>;
  requests: Pick<RequestStore, 'count'>;
  votes: Pick<VoteStore, 'ranked'>;
  duels: Pick<DuelStore, 'contenders' | 'sums'>;
  winners: WinnerStore;
  clock: Clock;
}

/** What may still become a clip. */
const UNDER_WAY: readonly RequestState[] = [
  ...(['received', 'in-review', 'held', 'merged'] as const),
  ...(['approved', 'generating', 'finishing', 'ready'] as const),
];
const DAY_MS = 24 * 3_600_000;
/** So long after curators chose, what was chosen is waited for. */
const LONGEST_WAIT_MS = 7 * DAY_MS;
const LOOK_EVERY_MS = 20_000;
/** More clips of one call than these are not looked at. */
const MOST_CLIPS = 1000;

/**
 * Finds who won each call that is over, once nothing of what was asked in it may still become a clip, or a week after
 * curators were to have chosen. Votes count as they stand then; what was found stands, whatever comes later. Returns what
 * it found.
 */
export async function findWinners(dependencies: WinnersDependencies): Promise<FoundWinners[]> {
  const { calls, winners, clock } = dependencies;
  const now = clock();
  const over = (await calls.list()).filter((call) => hasEnded(call, now));
  const known = over.length === 0 ? [] : await winners.of(over.map(({ id }) => id));
  const found: FoundWinners[] = [];
  for (const call of over) {
    if (winnersIn(call, known) !== null || !(await isSettled(dependencies, call, now))) continue;
    const { by, places } = call.winners ?? USUAL_WINNERS;
    const outcome: FoundWinners = {
      ...{ callId: call.id, closedAt: call.closesAt, foundAt: toInstant(now), by },
      winners: givePlaces(await rank(dependencies, call.id, by), places),
    };
    if ((await winners.keep(outcome)) === 'kept') found.push(outcome);
  }
  return found;
}

/** The winners of a call after its last end; null: they are not found yet. */
export function winnersIn({ id, closesAt }: Call, known: readonly FoundWinners[]): FoundWinners | null {
  return known.find(({ callId, closedAt }) => callId === id && closedAt === closesAt) ?? null;
}

async function isSettled({ requests }: WinnersDependencies, call: EndedCall, now: Date): Promise<boolean> {
  const chosenUntil = choosingUntil(call) ?? call.closesAt;
  if (now.getTime() - Date.parse(chosenUntil) >= LONGEST_WAIT_MS) return true;
  return (await requests.count({ states: UNDER_WAY, callId: call.id })) === 0;
}

async function rank(
  { votes, duels }: WinnersDependencies,
  callId: string,
  by: WinnersRule['by'],
): Promise<readonly Ranked[]> {
  if (by === 'votes') return votes.ranked({ since: null, callId, limit: MOST_CLIPS, offset: 0 });
  const [clips, sums] = await Promise.all([duels.contenders(callId, MOST_CLIPS), duels.sums(callId)]);
  const { lines } = await drawBoard(
    clips.map(({ id }) => id),
    sums,
  );
  return lines.map(({ id, share }) => ({ id, points: share }));
}

export function startFindingWinners({
  onError,
  ...dependencies
}: WinnersDependencies & { onError: (error: unknown) => void }): { close(): Promise<void> } {
  return repeat(() => findWinners(dependencies), { everyMs: LOOK_EVERY_MS, onError });
}
