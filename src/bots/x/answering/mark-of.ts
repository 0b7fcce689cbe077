import { createHash } from 'node:crypto';

const MARK_SIGNS = '23456789CDFGHJKMNPQRTVWX';
const MARK_LENGTH = 5;

/** What is always the same for the key of a post: a number to choose by, and a mark by which the post is found again. */
export function markOf(key: string): { number: number; mark: string } {
  const digest = createHash('sha256').update(key).digest();
  const signs = Array.from(
    { length: MARK_LENGTH },
    (_, place) => MARK_SIGNS[(digest[place + 2] ?? 0) % MARK_SIGNS.length],
  );
  return { number: digest.readUInt16BE(0), mark: signs.join('') };
}
