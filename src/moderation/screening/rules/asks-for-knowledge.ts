const QUESTION_WORD =
  /^(?:so |and |please )?(?:what(?:'s)?|who|when|where|which|why|how|is|are|was|were|do|does|did|can|could|should|would|define|explain|tell me|i'm|i am|in (?:the )?\p{L}+)(?![\p{L}\p{N}])/u;
/** Whoever asks how to do it does not only ask what it is; what is done in a game or to a machine is no harm. */
const WANTS_TO_DO =
  /(?<![\p{L}\p{N}])(?:how (?:can|do|could|would|should|might) (?:i|you|we|one|someone|people)|how to|best ways?|good ways?|where (?:can|could|do|should) i|what should i|which \p{L}+ should i|help me)(?![\p{L}\p{N}])/u;
const HARMLESS_PLACE =
  /(?<![\p{L}\p{N}])(?:games?|gta|minecraft|fortnite|call of duty|counter[ -]?strike|movies?|films?|novels?|books?|plays?|story|stories|python|linux|programs?|process(?:es)?|threads?|functions?|class(?:es)?|code|script|commands?|terminal|excel|recipes?|cards?|chess|football|basketball|soccer|tennis|audience|crowd|party|jokes?|workout|gym|exam|test|interview)(?![\p{L}\p{N}])/u;
const MOST_WORDS = 40;

/**
 * Whether a text asks to be told something rather than to be shown it: "what does … mean?", "who was …?". A clip is shown,
 * so what only names a thing in a question is no sign of harm. How to do harm is looked for by rules of its own.
 */
export function asksForKnowledge(written: string): boolean {
  const text = written.trim();
  if (WANTS_TO_DO.test(text) && !HARMLESS_PLACE.test(text)) return false;
  return isQuestion(text);
}

export function isQuestion(written: string): boolean {
  const text = written.trim();
  return text.endsWith('?') && QUESTION_WORD.test(text) && text.split(' ').length <= MOST_WORDS;
}
