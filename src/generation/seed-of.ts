/** The length of the seed's range: 31 bits, which every engine takes. */
const SEEDS = 2 ** 31;

/** A seed of the request's own, so that a clip that is made again comes out the same. FNV-1a. */
export function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % SEEDS;
}

/** The one after it: other pictures of the same words. */
export function anotherSeed(seed: number): number {
  return (seed + 1) % SEEDS;
}
