import type { BoardQuery } from './board-query.ts';
import { boardPath } from './board-query.ts';
import { type DuelStandings, duelStandings } from './duel-standings.ts';
import { type Choice, callChoices, type GalleryChoices, select, windowChoices } from './filter-choices.ts';
import { html, type Markup } from './html.ts';
import { inLanguage, type Place, publicPage } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';
import { voteStandings } from './vote-standings.ts';

export interface BoardPage {
  query: BoardQuery;
  choices: Pick<GalleryChoices, 'calls' | 'weeks'>;
  /** Best first. */
  standings: { by: 'votes'; clips: readonly ShownClip[] } | ({ by: 'duels' } & DuelStandings);
}

/** The best clips with what their places rest on: votes, or duels. */
export function boardPage({ query, choices, standings }: BoardPage, place: Place): string {
  const { say } = place;
  const rule = say(standings.by === 'votes' ? 'boardRule' : 'boardDuelRule');
  const content = html`<div class="page">
<header class="head"><h1>${say('boardTitle')}</h1><p>${rule}</p></header>
${kinds(query, place)}
${filters(query, choices, place)}
${standings.by === 'votes' ? voteStandings(standings.clips, place) : duelStandings(standings, place)}
</div>`;
  return publicPage({ place, title: say('boardTitle'), description: rule, content });
}

/** In a call one stays when going from one kind to the other. */
function kinds({ by, call }: BoardQuery, { say, language }: Place): Markup {
  const link = (kind: BoardQuery['by'], text: string) =>
    html`<a href="${inLanguage(boardPath({ by: kind, call }), language)}"${by === kind ? html` aria-current="page"` : null}>${text}</a>`;
  return html`<nav class="kinds" aria-label="${say('boardKinds')}">${link('votes', say('boardByVotes'))}${link('duels', say('boardByDuels'))}</nav>`;
}

/** A form that asks for the same page in another way: it needs no script. */
function filters(
  { by, window, call }: BoardQuery,
  { calls, weeks }: BoardPage['choices'],
  place: Place,
): Markup | null {
  const { say, language } = place;
  const inCalls: Choice[] = by === 'votes' ? callChoices(calls, place) : callChoices(calls, place).slice(1);
  const selects = [
    by === 'votes' ? select('window', say('window'), windowChoices(weeks, place), window) : null,
    calls.length > 1 ? select('call', say('inCall'), inCalls, call) : null,
  ].filter((each) => each !== null);
  if (selects.length === 0) return null;
  return html`<form class="filters" action="/board" method="get">
<input type="hidden" name="locale" value="${language}">${by === 'duels' ? html`<input type="hidden" name="by" value="duels">` : null}
${selects}
<button type="submit">${say('showThese')}</button>
</form>`;
}
