import type { Locale } from '../../../requests/index.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { escapeToFit } from '../escape-text.ts';

export interface TopClip {
  caption: string;
  /** Whose clip it is. */
  name: string;
  votes: number;
  /** Empty where the reader could not open it. */
  link: string;
}

/** Ten lines with their links fit into a message; what a line ends with is not what is cut. */
const [LONGEST_CAPTION, LONGEST_NAME, LONGEST_LINE] = [40, 20, 100];

/** The best clips, a line each. */
export function topText(locale: Locale, span: 'week' | 'month' | 'call', clips: readonly TopClip[]): string {
  const lines = clips.map(({ caption, name, votes, link }, index) => {
    const said = { caption: shorten(caption, LONGEST_CAPTION), name: shorten(name, LONGEST_NAME) };
    const line = escapeToFit(
      sayOnDiscord(locale, 'top-line', { place: index + 1, ...said, count: votes }),
      LONGEST_LINE,
    );
    return link === '' ? line : `${line} ${link}`;
  });
  return [`**${sayOnDiscord(locale, `top-${span}`)}**`, ...lines].join('\n');
}

function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most
    ? `${line
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
    : line;
}
