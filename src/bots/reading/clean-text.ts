/** Marks that change the direction of what follows, and characters without width. Joiners stay: emoji and Persian need them. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: old machines broke their lines with them
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const MENTION = /(?<![\p{L}\p{N}_@.])(?:@opencall(?![\p{L}\p{N}_])[,:،]?)+/giu;

/** `[words](https://…)`: the words stay. */
const MARKDOWN_LINK = /\[([^[\]\n]+)\]\(<?(?:https?:\/\/|www\.)[^()\s]*\)/gi;
const LINK = /<?(?:https?:\/\/|www\.)[^\s<>]*>?/gi;
/** Discord's own emoji, `<:name:123>` or `<a:name:123>`: their name says what is meant. */
const CUSTOM_EMOJI = /<a?:([\p{L}\p{N}_]+):\d+>/gu;
/** Discord's other marks: people, roles, channels, moments, commands. They are numbers, which say nothing in a prompt. */
const PLATFORM_MARK = /<(?:@[!&]?\d+|#\d+|t:-?\d+(?::[a-z])?|\/[^<>\n:]+:\d+|id:[a-z]+)>/gi;

/**
 * A post as plain words: without the mention, links and marks that only the platform understands, and without
 * characters that cannot be seen. Links go because no engine follows them and a reply must not repeat them.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(CUSTOM_EMOJI, ' :$1: ')
    .replace(PLATFORM_MARK, ' ')
    .replace(MARKDOWN_LINK, ' $1 ')
    .replace(LINK, ' ')
    .replace(MENTION, ' ');
}

/** One space between words, no empty lines, and no comma left over from what stood before. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(/^[\s,;:،؛]+/, '');
}

const digits = (row: string): [string, string][] => [...row].map((digit, value) => [digit, String(value)]);
const signs = (row: string, plain: string): [string, string][] => [...row].map((sign) => [sign, plain]);

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...digits('٠١٢٣٤٥٦٧٨٩'),
  ...digits('۰۱۲۳۴۵۶۷۸۹'),
  ...digits('０１２３４５６７８９'),
  ...signs('“”„‟«»″＂', '"'),
  ...signs('‘’‚‛′＇', "'"),
  ...signs('：∶꞉', ':'),
  ...signs('＝', '='),
  ...signs('×', 'x'),
  ...signs('٫', '.'),
  ...signs('∕⁄', '/'),
]);
const TO_FOLD = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'g');

/** The same text with the digits, quotes and colons of a keyboard. Exactly as long, so that places in it are the same. */
export function foldSigns(text: string): string {
  return text.replace(TO_FOLD, (sign) => FOLDED.get(sign) ?? sign);
}
