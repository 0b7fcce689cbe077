import { createHash } from 'node:crypto';
import { essenceOf, type HistoryEntry } from '../../requests/index.ts';
import type { Seal, SealableEntry } from './seal-store.ts';

/** Hashes of an entry, each 43 letters: of all of it, and of what is left of it when its words are forgotten. */
interface Digests {
  whole: string;
  left: string;
}

/**
 * The first is salted: without the salt, which goes with the words, nobody finds out by guessing what was said. The
 * second needs none, since what it is of stays in the history.
 */
export function digestOf({ entry, salt }: Pick<SealableEntry, 'entry' | 'salt'>): string {
  const { whole, left } = digestsOf(entry, salt);
  return `${whole}.${left}`;
}

/** Whether an entry is as it was sealed, or has lost its words and nothing else, since its request was forgotten. */
export function fitsDigest({ entry, salt, forgotten }: SealableEntry, digest: string | undefined): boolean {
  const { whole, left } = digestsOf(entry, salt);
  const [sealedWhole, sealedLeft] = digest?.split('.') ?? [];
  return whole === sealedWhole || (forgotten && left === sealedLeft);
}

/** What a seal holds: the seal before it, and every digest in its place. */
export function hashOfSeal({ number, at, upTo, digests }: Omit<Seal, 'hash'>, before: string): string {
  return hash([before, number, at, upTo, digests]);
}

function digestsOf({ event, ...course }: HistoryEntry, salt: string): Digests {
  return { whole: hash([salt, course, event]), left: hash([course, essenceOf({ event })]) };
}

function hash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('base64url');
}

/** The records keep the keys of an object in an order of their own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return keys.map(([key, inner]) => [key, sorted(inner)]);
}
