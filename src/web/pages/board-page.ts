import { lowerBound } from '../../voting/ranking.ts';
import { createWriter } from '../../wording/write-values.ts';
import { askedBy } from './clip-credit.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import { inLanguage, type Place, publicPage } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

/** The best clips with what their places rest on. */
export function boardPage(clips: readonly ShownClip[], place: Place): string {
  const { say, language } = place;
  const rows = clips.map((shown, index) => row(shown, index + 1, place));
  const content = html`<div class="page">
<header class="head"><h1>${say('boardTitle')}</h1><p>${say('boardRule')}</p></header>
${
  rows.length === 0
    ? html`<div class="empty"><h2>${say('emptyBoard')}</h2><p><a href="${inLanguage('/results', language)}">${say('toResults')}</a></p></div>`
    : html`<div class="board"><table>
<caption class="unseen">${say('boardTitle')}</caption>
<thead><tr><th scope="col">${say('boardPlace')}</th><th scope="col">${say('boardClip')}</th><th scope="col">${say('boardVotes')}</th><th scope="col">${say('boardViewers')}</th><th scope="col">${say('boardAtLeast')}</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`
}
</div>`;
  return publicPage({ place, title: say('boardTitle'), description: say('boardRule'), content });
}

function row(shown: ShownClip, rank: number, { say, language }: Place): Markup {
  const write = createWriter(language);
  const { id, clip, locale, thumbnailUrl } = shown;
  return html`<tr><td class="number">${write.number(rank)}</td>
<th scope="row"><a class="entry" href="${inLanguage(`/clips/${id}`, language)}"><img src="${thumbnailUrl}" alt="" width="80" height="60" loading="lazy" decoding="async"><span><span class="words" dir="auto" lang="${locale}">${harmlessText(shown.prompt)}</span><span class="by">${askedBy(shown, say)}</span></span></a></th>
<td class="number">${write.number(clip.votes)}</td><td class="number">${write.number(clip.viewers)}</td><td class="number">${write.percent(lowerBound(clip))}</td></tr>`;
}
