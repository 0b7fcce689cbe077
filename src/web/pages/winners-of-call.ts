import { createWriter } from '../../wording/write-values.ts';
import { boardEntry } from './board-entry.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import type { Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

/** Who won the call whose clips are looked at. */
export interface WinnersOfCall {
  theme: { en: string; ar: string };
  by: 'votes' | 'duels';
  /** ISO 8601; null: they are not found yet. */
  foundAt: string | null;
  winners: readonly { place: number; shown: ShownClip }[];
}

/** Above the clips of a call that is over: its winners, or when there will be some. */
export function winnersOfCall({ theme, by, foundAt, winners }: WinnersOfCall, where: Place): Markup {
  const { say, language } = where;
  const write = createWriter(language);
  const rows = winners.map(
    ({ place, shown }) => html`<tr><td class="number">${write.number(place)}</td>
${boardEntry(shown, where)}</tr>`,
  );
  const rule =
    foundAt === null
      ? say('winnersSoon')
      : say(by === 'votes' ? 'winnersByVotes' : 'winnersByDuels', { date: write.utcDate(foundAt) });
  return html`<section class="winners" aria-labelledby="winners">
<h2 id="winners">${say('winnersTitle', { theme: harmlessText(theme[language]) })}</h2>
<p>${rule}</p>
${foundAt !== null && rows.length === 0 ? html`<p>${say('winnersNone')}</p>` : null}
${
  rows.length === 0
    ? null
    : html`<div class="board"><table>
<caption class="unseen">${say('winnersTitle', { theme: harmlessText(theme[language]) })}</caption>
<thead class="unseen"><tr><th scope="col">${say('boardPlace')}</th><th scope="col">${say('boardClip')}</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`
}
</section>`;
}
