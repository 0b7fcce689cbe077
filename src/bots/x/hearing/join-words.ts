const JOIN = /^(?:join|link|اربط|ربط)\s+([\p{L}\p{N}]{5}\s?[-–—]?\s?[\p{L}\p{N}]{5})[.!؟\s]*$/iu;

/** The code that a post gives to join its author's account to another of theirs; null where it says something else. */
export function joinWords(text: string): string | null {
  return JOIN.exec(text.replace(/@opencall/gi, ' ').trim())?.[1] ?? null;
}
