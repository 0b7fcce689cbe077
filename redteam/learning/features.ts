/** So many columns: enough that two features seldom share one, and a model of two bytes each stays below 200 kB. */
export const COLUMNS = 1 << 16;
const LONGEST_GRAM = 5;
const SHORTEST_GRAM = 3;

/** Columns and their weights, of length one together. */
export type Features = readonly (readonly [column: number, weight: number])[];

/** What a text says, without knowing any word: its words, pairs of them, and pieces of words, each hashed to a column. */
export function featuresOf(text: string): Features {
  const counts = new Map<number, number>();
  const count = (feature: string) => {
    const column = hash(feature) % COLUMNS;
    counts.set(column, (counts.get(column) ?? 0) + 1);
  };
  const words =
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{M}']+/gu) ?? [];
  for (const [place, word] of words.entries()) {
    count(`word ${word}`);
    if (place > 0) count(`pair ${words[place - 1]} ${word}`);
    for (const gram of gramsOf(`^${word}$`)) count(`gram ${gram}`);
  }
  const length = Math.sqrt([...counts.values()].reduce((sum, each) => sum + each * each, 0)) || 1;
  return [...counts].map(([column, each]) => [column, each / length] as const);
}

function gramsOf(word: string): string[] {
  const grams: string[] = [];
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size += 1) {
    for (let start = 0; start + size <= word.length; start += 1) grams.push(word.slice(start, start + size));
  }
  return grams;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  }
  return value >>> 0;
}
