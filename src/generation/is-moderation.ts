/** Codes and words with which engines say that the prompt, the picture or the video breaks their rules. */
const CODES = /moderat(?:ion|ed)|content[_-]?policy|safety|sentinel_block|responsible_ai/i;
const WORDS = /moderat(?:ion|ed)|content policy|safety (system|filter|guardrail)|flagged as sensitive|\bnsfw\b/i;

export function isModeration(code: string | number | null | undefined, message: string): boolean {
  return CODES.test(String(code ?? '')) || WORDS.test(message);
}
