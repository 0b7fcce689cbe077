import { type Clock, toInstant } from '../../requests/index.ts';
import { digestOf, hashOfSeal } from './digest-of.ts';
import type { SealStore } from './seal-store.ts';

/** Hashing so many keeps everybody else waiting for some 15 ms. */
const AT_MOST = 200;

export interface SealHistoryDependencies {
  seals: SealStore;
  clock: Clock;
}

/**
 * Seals what was committed since the last seal, in the order in which every follower reads it; nobody who saves anything
 * waits for it. Answers with how many entries that were. Of two that seal at once one finds the number taken and stops.
 */
export async function sealHistory(
  { seals, clock }: SealHistoryDependencies,
  goesOn: () => boolean = () => true,
): Promise<number> {
  let sealed = 0;
  for (let last = await seals.last(); goesOn(); ) {
    const entries = await seals.entries(last?.upTo ?? seals.beginning, AT_MOST);
    const upTo = entries.at(-1)?.place;
    if (upTo === undefined) break;
    const begun = {
      ...{ number: (last?.number ?? 0) + 1, at: toInstant(clock()), upTo },
      digests: entries.map(digestOf),
    };
    const seal = { ...begun, hash: hashOfSeal(begun, last?.hash ?? '') };
    if (!(await seals.add(seal))) break;
    sealed += entries.length;
    if (entries.length < AT_MOST) break;
    last = seal;
  }
  return sealed;
}
