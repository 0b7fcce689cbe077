import { createHash } from 'node:crypto';

/** One prompt of a file. */
export interface PromptLine {
  /** From 1, as an editor counts. */
  number: number;
  text: string;
  /** The text with the options that were given for all lines. */
  asked: string;
  /** The same line asked for with the same options has the same id when the file is read again. */
  id: string;
}

/**
 * Reads prompts, one a line; empty lines and lines that begin with `#` are left out. `addOptions` gives a line the
 * options it has none of its own for.
 */
export function promptLines(content: string, addOptions: (line: string) => string = (line) => line): PromptLine[] {
  return content
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .map((line) => ({ ...line, asked: addOptions(line.text) }))
    .map((line) => ({ ...line, id: `${line.number}-${fingerprint(line.asked)}` }));
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
