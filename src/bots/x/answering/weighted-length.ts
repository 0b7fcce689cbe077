/**
 * How X counts: a character of these ranges is one of 280, any other two, an emoji two whatever it is made of, a link
 * 23 (docs.x.com, "Counting characters", configuration v3). The text is counted in its composed form.
 */
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
const HEAVY_WEIGHT = 2;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** One emoji as Unicode has it: with a skin tone, joined, a flag, a key cap. */
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)$/v;

export function weightedLength(text: string): number {
  let weight = 0;
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) weight += weightOf(segment);
  return weight;
}

/** As much of a text as weighs so much at most, with an ellipsis where something was left out. */
export function cutToWeight(text: string, most: number): string {
  const composed = text.normalize('NFC');
  if (weightedLength(composed) <= most) return composed;
  let kept = '';
  let left = most - weightedLength('…');
  for (const { segment } of graphemes.segment(composed)) {
    left -= weightOf(segment);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function weightOf(grapheme: string): number {
  if (EMOJI.test(grapheme)) return HEAVY_WEIGHT;
  let weight = 0;
  for (const sign of grapheme) weight += isLight(sign.codePointAt(0) ?? 0) ? 1 : HEAVY_WEIGHT;
  return weight;
}

function isLight(codePoint: number): boolean {
  return LIGHT.some(([from, to]) => codePoint >= from && codePoint <= to);
}
