const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Marks that turn the direction of what follows, or cannot be seen: they would disorder the sentence around them. */
const UNSEEN = /[\u200b\u200e\u200f\u061c\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cc}/gu;

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/giu;

/**
 * A prompt as it may stand in a sentence of ours: on one line, without addresses (X charges thirteen times for a post
 * that has one), without marks that turn direction, and calling on nobody by `@`.
 */
export function tidyPrompt(prompt: string): string {
  return prompt
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(ADDRESS, '')
    .replace(/[@＠](?=[\p{L}\p{N}_])/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Shortens to so many characters as people count them, at a word where there is one near, and says so with `…`. */
export function shorten(text: string, maxGraphemes: number): string {
  const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  if (letters.length <= maxGraphemes) return text;
  const kept = letters.slice(0, Math.max(0, maxGraphemes - 1)).join('');
  const atWord = kept.replace(/\s+\S*$/u, '');
  return `${(atWord.length > kept.length * 0.6 ? atWord : kept).trimEnd()}…`;
}
