import type { ShotOrder } from '../../../requests/index.ts';

/** Stands between the prompt and the look that was asked for, so that a listed video's prompt can be told again. */
const STYLE = '\n\nStyle: ';

/** One text of a prompt and its look: these engines know only one. */
export function promptText({ prompt, style }: Pick<ShotOrder, 'prompt' | 'style'>): string {
  return style === null ? prompt : `${prompt}${STYLE}${style}`;
}

/** The prompt of a text that came back. Forms end their lines with CR LF (WHATWG HTML, "multipart/form-data"). */
export function promptOf(text: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  const at = lines.lastIndexOf(STYLE);
  return at < 0 ? lines : lines.slice(0, at);
}
