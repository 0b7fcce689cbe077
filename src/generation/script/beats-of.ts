/** A sentence's end, or a word that says that something else follows, in English and Arabic. */
const BETWEEN =
  /(?<=[.!?…؟。！？])\s+|\s*[,;،؛]?\s+(?:and\s+then|then|after\s+that|afterwards|finally|ثم|بعد\s+ذلك|وأخيرا|وأخيرًا)\s+/iu;

/** Fewer words than this are no beat of their own. */
const FEWEST_WORDS = 3;

/**
 * What happens one after another in a prompt, in its words and order; the whole prompt where it tells of one thing.
 * Nothing is lost but the words that join.
 */
export function beatsOf(prompt: string): string[] {
  const beats: string[] = [];
  for (const part of prompt.split(BETWEEN)) {
    const text = part?.trim() ?? '';
    if (text === '') continue;
    const last = beats.at(-1);
    if (last !== undefined && text.split(/\s+/u).length < FEWEST_WORDS) beats[beats.length - 1] = `${last} ${text}`;
    else beats.push(text);
  }
  return beats.length > 0 ? beats : [prompt];
}
