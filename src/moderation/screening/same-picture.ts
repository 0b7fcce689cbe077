import type { StoredFile } from '../../requests/index.ts';

/** Bits of 64 in which two marks may differ and still be of one picture, scaled or encoded otherwise. */
export const SAME_PICTURE_WITHIN = 6;

/** The SHA-256 of a picture's bytes, as they are kept and as they were sent. */
export function bytesKnownBy({ sha256, sentSha256 }: Pick<StoredFile, 'sha256' | 'sentSha256'>): string[] {
  return sentSha256 ? [sha256, sentSha256] : [sha256];
}
