const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * No honest grapheme needs more: the longest emoji sequences take 15 UTF-16 units. Letters buried under hundreds of
 * combining marks count as several.
 */
const UNITS_PER_GRAPHEME = 16;

/** Counts what a reader sees as characters: a family emoji is one, as is a letter with its vowel marks. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const { segment } of segmenter.segment(text)) count += Math.ceil(segment.length / UNITS_PER_GRAPHEME);
  return count;
}

/** The first graphemes of a text, with an ellipsis where something was left out. Looks at no more than it needs. */
export function cutGraphemes(text: string, most: number): string {
  let cut = '';
  let count = 0;
  for (const { segment } of segmenter.segment(text.slice(0, most * UNITS_PER_GRAPHEME))) {
    if (count === most) break;
    cut += segment.slice(0, UNITS_PER_GRAPHEME);
    count += 1;
  }
  return cut.length < text.length ? `${cut}…` : cut;
}
