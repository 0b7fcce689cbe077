import type { RefusedPicture } from './refused-picture-store.ts';

/**
 * A list of hashes, one a line: SHA-256 in hex, or a perceptual mark as 16 hex digits, with `sha256:` or `phash:` before it
 * or not; what stands behind a blank or a comma is left out, and so are lines that begin with `#`. `unread`: the lines, from
 * 1, that are neither.
 */
export function readHashList(text: string): { hashes: RefusedPicture['hash'][]; unread: number[] } {
  const hashes: string[] = [];
  const unread: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const word = line.trim().split(/[\s,]/)[0] ?? '';
    if (word === '' || word.startsWith('#')) continue;
    const hash = hashIn(word.toLowerCase());
    if (hash === null) unread.push(index + 1);
    else hashes.push(hash);
  }
  return { hashes, unread };
}

function hashIn(word: string): string | null {
  const digits = word.replace(/^(sha256|phash):/, '');
  if (/^[0-9a-f]{64}$/.test(digits) && !word.startsWith('phash:')) return `sha256:${digits}`;
  if (/^[0-9a-f]{16}$/.test(digits) && !word.startsWith('sha256:')) return `phash:${bitsOf(digits)}`;
  return /^phash:[01]{64}$/.test(word) ? word : null;
}

function bitsOf(hex: string): string {
  return BigInt(`0x${hex}`).toString(2).padStart(64, '0');
}
