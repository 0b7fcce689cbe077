/** Controls that no text needs, and marks that would turn the text of others around. Joiners and breaks stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** The mention in any case, also with the wide sign of Asian keyboards. */
const MENTION = /[@＠﹫]opencall(?![\p{L}\p{N}_])/giu;

/** Longest post in graphemes. */
export const POST_LIMIT = 2000;

/** A post's text as it is kept. */
export function cleanPostText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWANTED, '').replace(MENTION, '@opencall').trim();
}
