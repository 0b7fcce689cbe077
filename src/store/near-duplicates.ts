import { createHash } from 'node:crypto';

/**
 * Prompts that are nearly the same, by MinHash (A. Broder, 1997): two texts share a band of their signatures with a
 * likelihood that rises steeply with the share of their 5-grams they have in common, so that a handful of candidates is
 * looked up by index and only those are compared.
 */
const GRAM = 5;
const BANDS = 32;
const ROWS = 4;
const PERMUTATIONS = BANDS * ROWS;

/** Below this share of common 5-grams two prompts are two ideas. */
export const NEAR = 0.4;

/** What a prompt is compared by: without case, punctuation, emphasis and blanks that make no other prompt of it. */
export function normalisePrompt(prompt: string): string {
  return prompt
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu, ' ')
    .trim();
}

/** The same for prompts that are the same but for what `normalisePrompt` takes away. */
export function promptKey(prompt: string): string {
  return createHash('sha256').update(normalisePrompt(prompt)).digest('base64url');
}

/** The bands of a prompt's signature as 32-bit numbers; one that two prompts share makes them candidates. */
export function promptBands(prompt: string): number[] {
  const signature = new Uint32Array(PERMUTATIONS).fill(0xffffffff);
  for (const gram of gramHashes(normalisePrompt(prompt))) {
    for (let row = 0; row < PERMUTATIONS; row += 1) {
      const value = Math.imul(gram ^ (XOR[row] as number), FACTOR[row] as number) >>> 0;
      if (value < (signature[row] as number)) signature[row] = value;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = band + 1;
    for (let row = 0; row < ROWS; row += 1) hash = mix(hash ^ (signature[band * ROWS + row] as number));
    return hash;
  });
}

/** The share of 5-grams that two prompts have in common, 0 to 1 (Jaccard). */
export function promptLikeness(one: string, other: string): number {
  const first = gramHashes(normalisePrompt(one));
  const second = gramHashes(normalisePrompt(other));
  let common = 0;
  for (const gram of first) if (second.has(gram)) common += 1;
  return common / (first.size + second.size - common);
}

/** Hashes of all runs of five characters; of the whole text where it is shorter. */
function gramHashes(text: string): Set<number> {
  const hashes = new Set<number>();
  for (let start = 0; start === 0 || start + GRAM <= text.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let place = start; place < Math.min(start + GRAM, text.length); place += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
    }
    hashes.add(mix(hash));
  }
  return hashes;
}

/** The last step of MurmurHash3 (A. Appleby): spreads each bit over all 32. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Fixed for ever: signatures are kept. */
const XOR = Int32Array.from({ length: PERMUTATIONS }, (_, row) => mix(row + 1));
const FACTOR = Int32Array.from({ length: PERMUTATIONS }, (_, row) => mix(row + 0x10001) | 1);
