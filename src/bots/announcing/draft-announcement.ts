import type { Call } from '../../calls/call.ts';
import type { Locale } from '../../requests/index.ts';
import type { ShownWinner } from '../../voting/winners-shown.ts';
import { moment, sayToEverybody } from '../../wording/index.ts';
import type { AnnouncedEvent } from './announcements.ts';
import type { Announcer } from './announcer.ts';

/** How many of the winners are named where a post is short; where it may be long, all of them are. */
const MOST_NAMED = 3;
const LONGEST_THEME = 60;
const LONGEST_NAME = 24;
/** In characters: a platform that takes as many has room for what a call says of itself. */
const ROOMY = 1500;

interface Announced {
  call: Call;
  what: AnnouncedEvent;
  winners: readonly ShownWinner[];
  /** Clips that came of the call. */
  made: number;
}

/** What is suggested to say of a call on a platform. */
export function draftAnnouncement(
  { plain, howToAsk, textLength }: Pick<Announcer, 'plain' | 'howToAsk' | 'textLength'>,
  locale: Locale,
  { call, what, winners, made }: Announced,
): string {
  const isRoomy = textLength >= ROOMY;
  const theme = plain(isRoomy ? call.theme[locale] : cut(call.theme[locale], LONGEST_THEME));
  if (what === 'extended') {
    const { closesAt } = call;
    const said =
      closesAt === null
        ? sayToEverybody(locale, 'extended-endless', { theme })
        : sayToEverybody(locale, 'extended', { theme, date: moment(locale, closesAt) });
    return [said, howToAsk(locale)].join('\n');
  }
  if (what === 'opened') {
    const text = isRoomy && call.text ? [plain(call.text[locale])] : [];
    const until =
      call.closesAt === null ? [] : [sayToEverybody(locale, 'open-until', { date: moment(locale, call.closesAt) })];
    return [sayToEverybody(locale, 'opened', { theme }), ...text, howToAsk(locale), ...until].join('\n');
  }
  const names = winners
    .slice(0, isRoomy ? winners.length : MOST_NAMED)
    .map(({ request, place }) =>
      sayToEverybody(locale, 'winner', { place, name: plain(cut(request.requester.name, LONGEST_NAME)) }),
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
