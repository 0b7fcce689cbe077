const QUESTION_WORD =
  /^(?:so |and |please )?(?:what(?:'s)?|who|when|where|which|why|how|is|are|was|were|do|does|did|can|could|should|would|define|explain|tell me|i'm|i am|in (?:the )?\p{L}+)(?![\p{L}\p{N}])/u;
const MOST_WORDS = 40;

/**
 * Whether a text asks to be told something rather than to be shown it: "what does … mean?", "who was …?". A clip is shown,
 * so what only names a thing in a question is no sign of harm. How to do harm is looked for by rules of its own.
 */
export function asksForKnowledge(written: string): boolean {
  const text = written.trim();
  return text.endsWith('?') && QUESTION_WORD.test(text) && text.split(' ').length <= MOST_WORDS;
}
