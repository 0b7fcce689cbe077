import { createWriter } from '../../wording/write-values.ts';
import type { DuelBoardPage } from '../api/contract-of-duels.ts';
import { boardEntry } from './board-entry.ts';
import { html, type Markup } from './html.ts';
import type { Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

type BoardLine = Pick<DuelBoardPage['lines'][number], 'from' | 'to' | 'share' | 'low' | 'high' | 'duels'>;

export interface DuelStandings {
  /** Of which call; null: no call has two clips. */
  callId: string | null;
  lines: readonly (BoardLine & { shown: ShownClip })[];
  /** Answers that told which was better. */
  answers: number;
  /** Answers that do not count until somebody has looked at them. */
  heldAnswers: number;
  /** Clips that were in no duel yet. */
  uncompared: number;
}

/** Places by duels, as far as they are certain. */
export function duelStandings(
  { callId, lines, answers, heldAnswers, uncompared }: DuelStandings,
  place: Place,
): Markup {
  const { say } = place;
  const compare = html`<a href="/duels${callId === null ? null : `?${new URLSearchParams({ call: callId })}`}">${say('boardCompare')}</a>`;
  const held =
    heldAnswers > 0 ? html`<span class="held">${say('heldAnswers', { count: heldAnswers })}</span> · ` : null;
  if (lines.length === 0) {
    return html`<div class="empty"><h2>${say('standingEmpty')}</h2><p>${held}${compare}</p></div>`;
  }
  return html`<div class="board"><table>
<caption class="unseen">${say('boardTitle')}</caption>
<thead><tr><th scope="col">${say('boardPlace')}</th><th scope="col">${say('boardClip')}</th><th scope="col">${say('boardDuels')}</th><th scope="col">${say('boardWins')}</th><th scope="col">${say('boardBetween')}</th></tr></thead>
<tbody>${lines.map((line) => row(line, place))}</tbody>
</table></div>
<p class="found">${say('standingAnswers', { count: answers })}${uncompared > 0 ? html` · ${say('standingUncompared', { count: uncompared })}` : null} · ${held}${compare}</p>`;
}

function row(line: DuelStandings['lines'][number], place: Place): Markup {
  const { say } = place;
  const { number, percent } = createWriter(place.language);
  const { from, to, share, low, high, duels, shown } = line;
  const rank =
    from === to
      ? number(from)
      : html`<span class="unseen">${say('standingPlaces', { from, to })}</span><span aria-hidden="true">${say('standingRange', { from, to })}</span>`;
  return html`<tr><td class="number">${rank}</td>
${boardEntry(shown, place)}
<td class="number">${number(duels)}</td><td class="number">${percent(share)}</td><td class="number">${say('boardFromTo', { low: percent(low), high: percent(high) })}</td></tr>`;
}
