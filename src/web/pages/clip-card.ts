import { askedBy } from './clip-credit.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import { inLanguage, type Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';
import { icon } from './signs.ts';
import { voteButton } from './vote-button.ts';

/** How large the small picture of a clip is at most, in pixels. */
const STAGE = { width: 360, height: 270 };

/** A clip in the results: its picture leads to its page, and plays under the pointer or focus where there is a script. */
export function clipCard(
  shown: ShownClip,
  { rank, early }: { rank: number | null; early: boolean },
  place: Place,
): Markup {
  const { say, language } = place;
  const { id, clip, locale, thumbnailUrl } = shown;
  const prompt = harmlessText(shown.prompt);
  const picture = (className: string) =>
    html`<img class="${className}" src="${thumbnailUrl}" alt="" width="${STAGE.width}" height="${STAGE.height}" decoding="async"${early ? null : html` loading="lazy"`}>`;
  return html`<li><article class="card" aria-label="${say('clipOf', { caption: harmlessText(clip.caption) })}">
<a class="stage" href="${inLanguage(`/clips/${id}`, language)}" data-clip="${id}" data-sources="${JSON.stringify(clip.sources)}">
<span class="unseen">${say('openClip')}: <bdi>${prompt}</bdi></span>
${picture('backdrop')}${picture('poster')}
${rank === null ? null : html`<span class="rank"><span class="unseen">${say('rank', { rank })}</span><span aria-hidden="true">${rank}</span></span>`}
<span class="sign">${icon('play', 14, true)}${say('seconds', { count: Math.round(clip.seconds * 10) / 10 })}</span>
</a>
<p class="prompt" dir="auto" lang="${locale}" title="${prompt}">${prompt}</p>
<div class="foot"><p class="by">${askedBy(shown, say)}<br>${tally(shown, place)}</p>${voteButton(shown, place)}</div>
</article></li>`;
}

/** Votes and viewers; a script may write them anew. */
export function tally({ id, clip }: ShownClip, { say }: Place): Markup {
  const viewers = clip.viewers > 0 ? ` ${say('viewers', { count: clip.viewers })}` : '';
  const likes = clip.likesOnX === null ? null : html`<br>${say('likesOnX', { count: clip.likesOnX })}`;
  const held = clip.heldVotes > 0 ? say('heldPublic', { count: clip.heldVotes }) : '';
  return html`<span data-tally="${id}">${say('votes', { count: clip.votes })}${viewers}</span>${likes}<span class="held" data-held="${id}">${held}</span>`;
}
