const MOST = 10_000;
/** What is longer is no copy in V8: it would keep the whole text from which it was cut. */
const LONGEST_REMEMBERED = 12;

/**
 * Answers again what was asked for before. One text has each of its words looked up many times, and texts share most of their
 * words; what nobody writes twice is forgotten with the rest.
 */
export function remembered<Answer>(find: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const answer = find(word);
    if (word.length > LONGEST_REMEMBERED) return answer;
    if (known.size >= MOST) known.clear();
    known.set(word, answer);
    return answer;
  };
}
