import { type Call, type EndedCall, hasEnded } from '../../calls/call.ts';
import type { CallStore } from '../../calls/call-store.ts';
import type { Clock, RequestIn, RequestStore } from '../../requests/index.ts';
import { winnersIn } from '../../voting/find-winners.ts';
import type { VoteStore } from '../../voting/vote-store.ts';
import type { FoundWinners, WinnerStore } from '../../voting/winner-store.ts';
import { findDelivered, isWhole } from './find-reel.ts';
import type { ReelOrder } from './make-reel.ts';
import type { Reel, ReelStore } from './reel-store.ts';

export interface KeepReelsDependencies {
  calls: Pick<CallStore, 'list'>;
  requests: Pick<RequestStore, 'findMany' | 'count'>;
  votes: Pick<VoteStore, 'results'>;
  winners: Pick<WinnerStore, 'of'>;
  reels: ReelStore;
  makeReel: (order: ReelOrder) => Promise<Reel>;
  clock: Clock;
  /** What goes wrong with one call keeps none of the others. */
  onError: (error: unknown) => void;
}

/** How many of the best clips of a call are in its reel. */
const MOST_CLIPS = 5;
const LOOKED_AFTER_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * Makes a reel of each call that is over, as soon as its winners are found. What is in it stays as it is, however votes
 * change; only when a clip of it is taken down is it made anew, without that one.
 */
export async function keepReels(dependencies: KeepReelsDependencies): Promise<void> {
  const { calls, winners, clock, onError } = dependencies;
  const now = clock();
  const over = (await calls.list()).filter((call) => hasEnded(call, now) && isOfLate(call, now));
  const known = await winners.of(over.map(({ id }) => id));
  for (const call of over) await keepReel(call, winnersIn(call, known), dependencies).catch(onError);
}

function isOfLate({ closesAt }: Pick<EndedCall, 'closesAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(closesAt) < LOOKED_AFTER_MS;
}

async function keepReel(call: Call, found: FoundWinners | null, dependencies: KeepReelsDependencies): Promise<void> {
  const { requests, reels, makeReel } = dependencies;
  const kept = await reels.find(call.id);
  if (kept && (await isWhole(kept, dependencies))) return;
  if (kept) await reels.remove(call.id);
  const [first, ...others] = found === null ? [] : await bestOf(found, dependencies);
  if (first === undefined) return;
  const made = await requests.count({ states: ['delivered'], callId: call.id, unmerged: true });
  await reels.keep(await makeReel({ call, best: [first, ...others], made }));
}

/** The winners, and behind them those that come next by votes. */
async function bestOf(
  { callId, winners }: FoundWinners,
  dependencies: KeepReelsDependencies,
): Promise<RequestIn<'delivered'>[]> {
  const query = { order: 'best', since: null, callId, limit: 2 * MOST_CLIPS, offset: 0 } as const;
  const ids = new Set([...winners.map(({ id }) => id), ...(await dependencies.votes.results(query))]);
  return (await findDelivered([...ids], dependencies)).slice(0, MOST_CLIPS);
}
