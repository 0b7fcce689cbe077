/**
 * Answers to what is asked often: each is made once, one after another, and the last ones asked for are kept. What failed
 * is not kept.
 */
export function createKeptAnswers<Question, Answer>(
  most: number,
  { keyOf, answer }: { keyOf: (question: Question) => string; answer: (question: Question) => Promise<Answer> },
): (question: Question) => Promise<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  let last: Promise<unknown> = Promise.resolve();

  return (question) => {
    const key = keyOf(question);
    const known = kept.get(key);
    const answered = known ?? last.then(() => answer(question));
    if (known === undefined) {
      last = answered.catch(() => kept.delete(key));
    }
    // Moved to the end: what was not asked for longest goes first.
    kept.delete(key);
    kept.set(key, answered);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return answered;
  };
}
