/** The words of a part of a sentence that both prompts have, by what they are matched by. */
export type MatchedPart = readonly string[];

/** What has more words is long enough that a reader sees whether two of them changed places. */
const MOST_WORDS = 24;

/**
 * Whether each word does in one prompt what it does in the other. `swapped`: two have changed places, as in "a dog chasing
 * a cat". `moved`: they stand in another order, and nobody here knows what that means.
 */
export function keepsRoles(one: readonly MatchedPart[], other: readonly MatchedPart[]): 'kept' | 'moved' | 'swapped' {
  const wanted = formOf(other);
  if (formOf(one) === wanted) return 'kept';
  const words = [...new Set(one.flat())];
  if (words.length > MOST_WORDS) return 'moved';
  for (const [place, word] of words.entries()) {
    for (const another of words.slice(place + 1)) {
      const swap = (each: string) => (each === word ? another : each === another ? word : each);
      if (formOf(one.map((part) => part.map(swap))) === wanted) return 'swapped';
    }
  }
  return 'moved';
}

/** Parts may stand in any order, and the words of a part too save for the last, which says what the others are of. */
function formOf(parts: readonly MatchedPart[]): string {
  return parts
    .filter((part) => part.length > 0)
    .map((part) => `${part.toSorted().join(',')}>${part.at(-1)}`)
    .sort()
    .join(';');
}
