import { languageName } from '../../wording/language-name.ts';
import { createWriter } from '../../wording/write-values.ts';
import type { CredentialsView } from '../api/contract-of-verifying.ts';
import { tally } from './clip-card.ts';
import { clipCredentials } from './clip-credentials.ts';
import { askedBy } from './clip-credit.ts';
import { clipHeads } from './clip-heads.ts';
import { clipPlayer } from './clip-player.ts';
import { galleryPath } from './gallery-query.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup, type Piece } from './html.ts';
import { inLanguage, type Place, publicPage } from './public-page.ts';
import { remixTree, type Version } from './remix-tree.ts';
import type { ShownClip } from './shown-clip.ts';
import { voteButton, votingTexts } from './vote-button.ts';

export interface ClipPage {
  shown: ShownClip;
  /** The theme of the call it was asked in; null where there is no such call any more. */
  theme: { en: string; ar: string } | null;
  /** Its place among the winners of that call; null where it is none of them. */
  won: number | null;
  /** All that were made of one another, this one among them; empty where it stands alone. */
  versions: readonly Version[];
  credentials: CredentialsView | null;
  /** What one copies to set it into a page. */
  embed: string;
}

/** All there is to know of a clip. */
export function clipPage(page: ClipPage, place: Place): string {
  const { say } = place;
  const { shown, versions, credentials, embed } = page;
  const { clip, locale } = shown;
  const prompt = harmlessText(shown.prompt);
  const content = html`<div class="page" data-texts="${votingTexts(place)}"><article class="clip" aria-labelledby="prompt">
<div class="frame">${clipPlayer(shown, place)}</div>
<div class="told">
<h1 id="prompt" dir="auto" lang="${locale}">${prompt}</h1>
<div class="foot"><p class="by">${askedBy(shown, say)}<br>${tally(shown, place)}</p>${voteButton(shown, place)}</div>
${facts(page, place)}
<p><a href="/?remix=${encodeURIComponent(shown.id)}">${say('remixAsk')}</a></p>
</div>
${
  versions.length < 2
    ? null
    : html`<section class="more-of-it whole" aria-labelledby="versions"><h2 id="versions">${say('versionsTitle')}</h2><p>${say('versionsLead')}</p>${remixTree(versions, shown.id, place)}</section>`
}
${clipCredentials(credentials, clip.videoUrl, place)}
<section class="more-of-it" aria-labelledby="embed"><h2 id="embed">${say('embedTitle')}</h2><p><label for="embed-code">${say('embedLead')}</label></p><textarea id="embed-code" readonly rows="4" dir="ltr" spellcheck="false">${embed}</textarea></section>
</article></div>`;
  const caption = harmlessText(clip.caption);
  return publicPage({
    place,
    title: caption,
    description: say('clipDescription', { caption }),
    head: clipHeads(shown, place),
    content,
  });
}

function facts({ shown, theme, won, versions }: ClipPage, { say, language }: Place): Markup {
  const write = createWriter(language);
  const { clip, style, callId, deliveredAt } = shown;
  const { translation } = clip;
  const parent = versions.find(({ id, shown: known }) => known !== null && id === shown.parentId);
  const fact = (name: string, value: Piece) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const list = (query: Parameters<typeof galleryPath>[0], text: string) =>
    html`<a href="${inLanguage(galleryPath(query), language)}" dir="auto">${harmlessText(text)}</a>`;
  return html`<dl class="facts">
${fact(say('factMade'), html`<time datetime="${deliveredAt}">${write.utcDateTime(deliveredAt)}</time>`)}
${parent === undefined ? null : fact(say('remixOf'), html`<a href="${inLanguage(`/clips/${parent.id}`, language)}" dir="auto">${harmlessText(parent.shown?.clip.caption ?? '')}</a>`)}
${theme === null ? null : fact(say('inCall'), list({ call: callId }, theme[language]))}
${won === null ? null : fact(say('wonPlace'), write.number(won))}
${style === '' ? null : fact(say('style'), list({ style }, style))}
${fact(say('planEngine'), html`<bdi>${clip.engine}</bdi>`)}
${translation === null ? null : fact(say('factTold'), html`${say('toldTranslation', { asked: languageName(language, translation.from), given: languageName(language, translation.to) })}<br><q dir="auto" lang="${translation.to}">${harmlessText(translation.words)}</q>`)}
${fact(say('length'), say('seconds', { count: Math.round(clip.seconds * 10) / 10 }))}
${fact(say('planShape'), html`<bdi dir="ltr">${clip.width} × ${clip.height}</bdi>`)}
</dl>`;
}
