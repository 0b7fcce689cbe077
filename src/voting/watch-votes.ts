import { type Clock, repeat, toInstant } from '../requests/index.ts';
import type { VoteCaseStore } from './case-store.ts';
import { castByPersons } from './cast-by-persons.ts';
import { findSuspicions } from './find-suspicions.ts';

export interface WatchDependencies {
  voteCases: VoteCaseStore;
  newId: () => string;
  clock: Clock;
}

/** So far back votes are looked at together. */
const LOOK_BACK_MS = 30 * 24 * 3_600_000;
const LOOK_EVERY_MS = 60_000;

/** Looks at all votes of late and holds those that look agreed upon. Returns how many it held. */
export async function watchVotes({ voteCases, newId, clock }: WatchDependencies): Promise<number> {
  const now = clock();
  const kept = await voteCases.votesSince(toInstant(new Date(now.getTime() - LOOK_BACK_MS)));
  let held = 0;
  for (const suspicion of findSuspicions(castByPersons(kept))) {
    held += await voteCases.hold(newId(), suspicion, toInstant(now));
  }
  return held;
}

/** The same every minute in which there were votes. */
export function startWatchingVotes(dependencies: WatchDependencies & { onError: (error: unknown) => void }): {
  close(): Promise<void>;
} {
  let seen = '';
  async function look(): Promise<void> {
    const mark = await dependencies.voteCases.mark();
    if (mark === seen) return;
    await watchVotes(dependencies);
    seen = mark;
  }
  return repeat(look, { everyMs: LOOK_EVERY_MS, onError: dependencies.onError });
}
