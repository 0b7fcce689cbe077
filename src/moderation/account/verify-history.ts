import type { FeedCursor, HistoryEntry } from '../../requests/index.ts';
import { fitsDigest, hashOfSeal } from './digest-of.ts';
import type { Seal, SealableEntry, SealStore } from './seal-store.ts';

/** Which seal, and what it was. */
export type NotedSeal = Pick<Seal, 'number' | 'hash'>;

export type Misfit =
  /** An entry is not as it was sealed, or was put among those that were. */
  | { what: 'altered' | 'added'; entry: HistoryEntry; seal: number }
  /** One that was sealed is gone; `after` is the one before it, null where it was the first. */
  | { what: 'missing'; after: HistoryEntry | null; seal: number }
  /** A seal is not what it was, or is gone. */
  | { what: 'seal'; seal: number }
  /** A seal that was noted elsewhere is another one here: the chain was written anew. */
  | { what: 'noted'; seal: number };

export type Verification =
  | { outcome: 'fits'; entries: number; unsealed: number; last: Seal | null }
  | { outcome: 'misfit'; misfit: Misfit };

const SEALS_AT_ONCE = 20;
const ENTRIES_AT_ONCE = 1000;

/** Looks at every entry and every seal from the first on, and stops at the first that does not fit. Changes nothing. */
export async function verifyHistory(seals: SealStore, noted: NotedSeal | null = null): Promise<Verification> {
  let last: Seal | null = null;
  let entries = 0;
  const misfitOf = (misfit: Misfit): Verification => ({ outcome: 'misfit', misfit });
  for (;;) {
    const page: Seal[] = await seals.list(last?.number ?? 0, SEALS_AT_ONCE);
    for (const seal of page) {
      const misfit = judgeSeal(seal, last, noted) ?? (await judgeEntries(seals, seal, last?.upTo ?? seals.beginning));
      if (misfit) return misfitOf(misfit);
      entries += seal.digests.length;
      last = seal;
    }
    if (page.length < SEALS_AT_ONCE) break;
  }
  if (noted && noted.number > (last?.number ?? 0)) return misfitOf({ what: 'seal', seal: noted.number });
  return { outcome: 'fits', entries, unsealed: await countBehind(seals, last?.upTo ?? seals.beginning), last };
}

function judgeSeal(seal: Seal, before: Seal | null, noted: NotedSeal | null): Misfit | null {
  const expected = (before?.number ?? 0) + 1;
  if (seal.number !== expected || seal.hash !== hashOfSeal(seal, before?.hash ?? ''))
    return { what: 'seal', seal: expected };
  return noted?.number === seal.number && noted.hash !== seal.hash ? { what: 'noted', seal: seal.number } : null;
}

async function judgeEntries(seals: SealStore, seal: Seal, from: FeedCursor): Promise<Misfit | null> {
  const { number, digests } = seal;
  // One more than there should be, so that one too many is seen.
  const found = await seals.entries(from, digests.length + 1, seal.upTo);
  const place = digests.findIndex((digest, index) => !fits(found[index], digest));
  const at = place === -1 ? digests.length : place;
  const entry = found[at];
  if (place === -1 && entry === undefined) return null;
  if (entry === undefined || fits(entry, digests[at + 1])) {
    return { what: 'missing', after: found[at - 1]?.entry ?? null, seal: number };
  }
  const isAdded = place === -1 || fits(found[at + 1], digests[at]);
  return { what: isAdded ? 'added' : 'altered', entry: entry.entry, seal: number };
}

function fits(found: SealableEntry | undefined, digest: string | undefined): boolean {
  return found !== undefined && fitsDigest(found, digest);
}

async function countBehind(seals: SealStore, from: FeedCursor): Promise<number> {
  let count = 0;
  for (let after = from; ; ) {
    const page = await seals.entries(after, ENTRIES_AT_ONCE);
    count += page.length;
    const last = page.at(-1);
    if (!last || page.length < ENTRIES_AT_ONCE) return count;
    after = last.place;
  }
}
