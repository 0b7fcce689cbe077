import { lowerBound } from '../../voting/ranking.ts';
import { createWriter } from '../../wording/write-values.ts';
import { boardEntry } from './board-entry.ts';
import { html, type Markup } from './html.ts';
import { inLanguage, type Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

/** Places by votes. */
export function voteStandings(clips: readonly ShownClip[], place: Place): Markup {
  const { say, language } = place;
  if (clips.length === 0) {
    return html`<div class="empty"><h2>${say('emptyBoard')}</h2><p><a href="${inLanguage('/results', language)}">${say('toResults')}</a></p></div>`;
  }
  return html`<div class="board"><table>
<caption class="unseen">${say('boardTitle')}</caption>
<thead><tr><th scope="col">${say('boardPlace')}</th><th scope="col">${say('boardClip')}</th><th scope="col">${say('boardVotes')}</th><th scope="col">${say('boardViewers')}</th><th scope="col">${say('boardAtLeast')}</th></tr></thead>
<tbody>${clips.map((shown, index) => row(shown, index + 1, place))}</tbody>
</table></div>`;
}

function row(shown: ShownClip, rank: number, place: Place): Markup {
  const write = createWriter(place.language);
  const { clip } = shown;
  return html`<tr><td class="number">${write.number(rank)}</td>
${boardEntry(shown, place)}
<td class="number">${write.number(clip.votes)}${clip.heldVotes > 0 ? html`<br><span class="held">${place.say('heldPublic', { count: clip.heldVotes })}</span>` : null}</td><td class="number">${write.number(clip.viewers)}</td><td class="number">${write.percent(lowerBound(clip))}</td></tr>`;
}
