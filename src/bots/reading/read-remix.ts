/** How a clip is asked for anew in an answer to it. */
export type Remix =
  /** The same with a change: "the same, at night". */
  | { kind: 'changed'; change: string }
  /** Another take of the same words. */
  | { kind: 'again' }
  /** What comes after it: "then it lands on the moon". Empty where that is left open. */
  | { kind: 'next'; what: string };

const AGAIN =
  /^(?:(?:the )?same(?: (?:one|clip|thing|video))?(?: again)?|(?:once|one) more(?: time)?|again|another(?: (?:one|take|version|variation))?|(?:a )?(?:variation|remix)|نفسه|نفسها|نفس (?:الشيء|المقطع)|مثله|مثلها|مرة (?:أخرى|ثانية)|مجدد[اً]+|نسخة أخرى)$/iu;

const CHANGED = [
  /^(?:(?:make|do) )?(?:the )?same(?: (?:one|clip|thing|video))?(?: again)?(?:[\s,;:–—-]+(?:but )?|$)(?<rest>.+)$/isu,
  /^(?:it|this|that)(?: one| clip)?(?: again)?[\s,]+but (?<rest>.+)$/isu,
  /^(?:but|now)[\s,]+(?<rest>.+)$/isu,
  /^(?:نفسه|نفسها|نفس (?:الشيء|المقطع)|مثله|مثلها)[\s،,:]+(?:و?لكن )?(?<rest>.+)$/su,
  /^و?لكن (?<rest>.+)$/su,
];

const NEXT = [
  /^(?:and )?(?:then|next|after that|what happens next|continue|go on)(?:[\s,:;]+(?<rest>.*))?$/isu,
  /^(?:ثم|وبعد ذلك|بعد ذلك|ماذا بعد|أكمل)(?:[\s،,:]+(?<rest>.*))?$/su,
];

/** Reads the words of an answer to a clip; null where they ask for a clip of their own. */
export function readRemix(prompt: string): Remix | null {
  const words = prompt.trim().replace(/[\s.!?؟…]+$/u, '');
  if (AGAIN.test(words)) return { kind: 'again' };
  const next = restOf(NEXT, words);
  if (next !== null) return { kind: 'next', what: next };
  const change = restOf(CHANGED, words);
  return change === null || change === '' ? null : { kind: 'changed', change };
}

function restOf(patterns: readonly RegExp[], words: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(words);
    if (found) return found.groups?.rest?.trim() ?? '';
  }
  return null;
}
