export type OptionName = 'ar' | 'seconds' | 'sound' | 'style';

const VALUE = String.raw`(?:"([^"\n]*)"|([^\s"]+))`;
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const ANY_OPTION = /(?:--|[—–])\p{L}/u;

function patternOf(name: OptionName): RegExp {
  return new RegExp(String.raw`\s*(?:--|[—–])${name}(?:[ =]+${VALUE})?(?=\s|$)`, 'iu');
}

/** What the text asks for under an option as the builder writes it; null when it does not. */
export function readOption(text: string, name: OptionName): string | null {
  const match = patternOf(name).exec(text);
  return match?.[1] ?? match?.[2] ?? null;
}

/**
 * The text with an option set, changed or (null) taken out. The text stays the truth: nothing is kept beside it.
 * Options stand on a line of their own under a text written from right to left, where they would come apart.
 */
export function writeOption(text: string, name: OptionName, value: string | null): string {
  const pattern = patternOf(name);
  if (value === null) return text.replace(pattern, '');
  const written = `--${name} ${/\s/.test(value) ? `"${value}"` : value}`;
  if (pattern.test(text)) return text.replace(pattern, (whole) => `${/^\s*/.exec(whole)?.[0] ?? ''}${written}`);
  if (text === '') return ` ${written}`;
  const gap = RTL.test(text) && !ANY_OPTION.test(text) ? '\n' : ' ';
  return `${text.trimEnd()}${gap}${written}`;
}

const MENTION = /(?<![\p{L}\p{N}_@.])@opencall(?![\p{L}\p{N}_])/iu;

/** The text as it is posted: the bot hears what mentions it. */
export function withMention(text: string): string {
  return MENTION.test(text) ? text.trim() : `@opencall ${text.trim()}`;
}

const OPTION = /(?:--|[—–])\p{L}+(?:[ =]+(?:["“”„«][^"“”„«»\n]*["“”»]|\S+))?/gu;

/** How many characters a reader sees in the prompt, without mention and options, about as the bot will count them. */
export function promptLength(text: string): number {
  const prompt = text.replace(MENTION, '').replace(OPTION, '').trim();
  return [...new Intl.Segmenter('und').segment(prompt)].length;
}
