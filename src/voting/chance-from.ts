import { createHash } from 'node:crypto';

/** Numbers from 0 up to 1 that look like chance, the same each time for the same seed (Marsaglia's xorshift of 128 bits). */
export function chanceFrom(seed: string): () => number {
  const digest = createHash('sha256').update(seed).digest();
  let [x, y, z, w] = [0, 4, 8, 12].map((offset) => digest.readUInt32LE(offset)) as [number, number, number, number];
  return () => {
    const t = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = (w ^ (w >>> 19) ^ t ^ (t >>> 8)) >>> 0;
    return w / 2 ** 32;
  };
}
