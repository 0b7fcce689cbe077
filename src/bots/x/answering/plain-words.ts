/** Reach beyond their end; isolates, which our texts set around what people wrote, do not. */
const REACHING = /[\u202a-\u202e]/g;
/** The dot of a name that X would make a link of: letters on both sides of it. */
const DOT_IN_NAME = /(?<=[\p{L}\p{N}])\.(?=\p{L})/gu;
const SCHEME = /([a-z][a-z0-9+.-]*):\/\//gi;
/** `@name`, `#word`, `$TICK`: X links them, and tells whoever is named. */
const SIGNS = /[@#$＠＃](?=[\p{L}\p{N}_])/gu;

/**
 * What a person wrote, in a post of ours: nobody is mentioned by it, nothing is tagged, and no link comes of it, which X
 * asks 0.20 $ for.
 */
export function plainWords(text: string): string {
  return text
    .replace(REACHING, '')
    .replace(SCHEME, '$1 ')
    .replace(SIGNS, '')
    .replace(DOT_IN_NAME, '. ')
    .replace(/\s+/g, ' ')
    .trim();
}
