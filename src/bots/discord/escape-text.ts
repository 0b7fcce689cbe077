/** Embeddings and overrides reach beyond their end; isolates, which our texts set around what people wrote, do not. */
const REACHING = /[\u202a-\u202e]/g;
/** Signs with which Discord's Markdown, mentions, emoji and moments begin. */
const SIGNS = /[\\*_~`|<>[\]()]/g;
/** Signs that mean something where a line begins: headings, small print, lists. */
const LINE_STARTS = /^(\s*)([-#+]|\d+(?=[.)]))/gm;
const LINK_SCHEMES = /([a-z][a-z0-9+.-]*):(?=\/\/)/gi;
const EVERYBODY = /@(?=everyone|here)/gi;

/** Text by which nobody is called, though it may be as Discord draws it. */
export function callNobody(text: string): string {
  return text.replace(EVERYBODY, '@\u200b');
}

/**
 * Plain text as Discord shows it letter by letter: no Markdown, no mention, no link. Our own texts have none either, so
 * all of a post goes through here.
 */
export function escapeText(text: string): string {
  const written = text
    .replace(REACHING, '')
    .replace(SIGNS, '\\$&')
    .replace(LINE_STARTS, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\u2060` : `${space}\\${sign}`,
    )
    .replace(LINK_SCHEMES, '$1\\:');
  return callNobody(written);
}

/** Where our texts say how to ask, the bot is mentioned as people see it; that alerts nobody. */
export function mentionBot(escaped: string, botId: string): string {
  return escaped.replaceAll('@opencall', `<@${botId}>`);
}

/** Escapes as much of a text as fits into so many characters, with an ellipsis where something was left out. */
export function escapeToFit(text: string, most: number): string {
  const whole = escapeText(text);
  if (whole.length <= most) return whole;
  let [low, high] = [0, Math.min(text.length, most)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (escapeText(text.slice(0, middle)).length < most) low = middle;
    else high = middle - 1;
  }
  return `${escapeText(
    text
      .slice(0, low)
      .toWellFormed()
      .replace(/\ufffd$/, ''),
  )}…`;
}

/** As a block quote, in which nothing can pose as a line of ours. */
export function quote(text: string, most: number): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return escapeToFit(lines.filter((line) => line !== '').join('\n'), most)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
