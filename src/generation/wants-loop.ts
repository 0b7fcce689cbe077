/** That a clip is to play round without a seam; not things that are loops, or go in one. */
const LOOP =
  /\b(?:seamless(?:ly)?|perfect(?:ly)?|endless(?:ly)?|infinite(?:ly)?)[ -]loop(?:s|ed|ing)?\b|\bloop(?:s|ed|ing)?[ -](?:seamlessly|perfectly|endlessly|forever|video|clip|animation|gif|cinemagraph)\b|\bas a loop\b/iu;
const LOOP_IN_ARABIC =
  /حلقة (?:متصلة|مستمرة|متكررة|مغلقة|لا نهائية)|(?:يتكرر|تتكرر|متكرر|مكرر) (?:بلا|دون|من دون|بدون) (?:انقطاع|توقف|نهاية)/u;

export function wantsLoop(prompt: string): boolean {
  return LOOP.test(prompt) || LOOP_IN_ARABIC.test(prompt);
}
