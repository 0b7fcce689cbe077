import type { ShotOrder } from '../requests/index.ts';

/** Stand between the prompt, how it is shown and the look that was asked for, so that a prompt can be told again. */
const DIRECTION = '\n\nDirection: ';
const STYLE = '\n\nStyle: ';

/** One text of all that an order says in words: models know only one. */
export function promptText({ prompt, direction, style }: Pick<ShotOrder, 'prompt' | 'direction' | 'style'>): string {
  const directed = direction === undefined ? prompt : `${prompt}${DIRECTION}${direction}`;
  return style === null ? directed : `${directed}${STYLE}${style}`;
}

/** The prompt of a text that came back. Forms end their lines with CR LF (WHATWG HTML, "multipart/form-data"). */
export function promptOf(text: string): string {
  return [STYLE, DIRECTION].reduce(
    (rest, mark) => (rest.includes(mark) ? rest.slice(0, rest.lastIndexOf(mark)) : rest),
    text.replaceAll('\r\n', '\n'),
  );
}
