import type { Call } from '../../calls/call.ts';
import type { Locale } from '../../requests/index.ts';
import type { ShownWinner } from '../../voting/winners-shown.ts';
import { moment, sayToEverybody } from '../../wording/index.ts';
import type { AnnouncedEvent } from './announcements.ts';

/** How many of the winners are named: a post is short. */
const MOST_NAMED = 3;
const LONGEST_THEME = 60;
const LONGEST_NAME = 24;

interface DraftOptions {
  winners: readonly ShownWinner[];
  /** Clips that came of the call. */
  made: number;
  plain: (words: string) => string;
}

/** What is suggested to say of a call. */
export function draftAnnouncement(
  call: Call,
  what: AnnouncedEvent,
  locale: Locale,
  { winners, made, plain }: DraftOptions,
): string {
  const theme = cut(plain(call.theme[locale]), LONGEST_THEME);
  if (what === 'opened') {
    const until =
      call.closesAt === null ? [] : [sayToEverybody(locale, 'open-until', { date: moment(locale, call.closesAt) })];
    return [sayToEverybody(locale, 'opened', { theme }), sayToEverybody(locale, 'how'), ...until].join('\n');
  }
  const names = winners
    .slice(0, MOST_NAMED)
    .map(({ request, place }) =>
      sayToEverybody(locale, 'winner', { place, name: cut(plain(request.requester.name), LONGEST_NAME) }),
    );
  return [
    sayToEverybody(locale, 'closed', { theme }),
    ...(made > 0 ? [sayToEverybody(locale, 'made', { count: made })] : []),
    ...(names.length > 0 ? [sayToEverybody(locale, 'best'), ...names] : []),
    sayToEverybody(locale, 'thanks'),
  ].join('\n');
}

function cut(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
