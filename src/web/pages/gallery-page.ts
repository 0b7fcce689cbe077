import { boardPath } from './board-query.ts';
import { clipCard } from './clip-card.ts';
import type { GalleryChoices } from './filter-choices.ts';
import { galleryFilters } from './gallery-filters.ts';
import { type GalleryQuery, galleryPath, WHOLE_GALLERY } from './gallery-query.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import { inLanguage, type Place, publicPage } from './public-page.ts';
import { reelSection, type ShownReel } from './reel.ts';
import type { ShownClip } from './shown-clip.ts';
import { votingTexts } from './vote-button.ts';
import { type WinnersOfCall, winnersOfCall } from './winners-of-call.ts';

export interface Gallery {
  query: GalleryQuery;
  clips: readonly ShownClip[];
  /** How many are on a page. */
  step: number;
  /** Whether there are more behind these. */
  more: boolean;
  choices: GalleryChoices;
  /** Of the call that is looked at from its first clip on, where it has one. */
  reel: ShownReel | null;
  /** Of the call that is looked at, where it is over. */
  winners: WinnersOfCall | null;
}

/** Pictures that are seen at once on most screens; the others come when they are near. */
const EARLY = 4;

/** What came out of the calls: all that chooses it stands in the address. */
export function galleryPage(gallery: Gallery, place: Place): string {
  const { say, language } = place;
  const { query, clips } = gallery;
  const ranked = query.order === 'best' && query.words === '';
  const cards = clips.map((shown, index) =>
    clipCard(shown, { rank: ranked ? query.offset + index + 1 : null, early: index < EARLY }, place),
  );
  const searched = query.words !== '';
  const content = html`<div class="page" data-texts="${votingTexts(place)}">
<header class="head"><h1>${say('resultsTitle')}</h1><p>${say('resultsRule')} <a href="${inLanguage(boardPath({ window: query.window, call: query.call }), language)}">${say('boardTitle')}</a></p></header>
${galleryFilters(query, gallery.choices, place)}
${gallery.winners === null ? null : winnersOfCall(gallery.winners, place)}
${searched ? html`<p class="found" role="status">${say('foundFor', { words: harmlessText(query.words) })}</p>` : null}
${gallery.reel ? reelSection(gallery.reel, place) : null}
${cards.length > 0 ? html`<ol class="grid">${cards}</ol>` : nothing(searched, place)}
${turns(gallery, place)}
<p class="feeds">${say('feeds')} <a href="${inLanguage(galleryPath({ call: query.call }, '/results/feed.xml'), language)}">RSS</a> · <a href="${inLanguage(galleryPath({ call: query.call }, '/results/feed.json'), language)}">JSON Feed</a></p>
</div>`;
  return publicPage({
    place,
    title: say('resultsTitle'),
    description: say('resultsLead'),
    head: heads(query, place),
    unlisted: searched,
    content,
  });
}

function nothing(searched: boolean, { say, language }: Place): Markup {
  const [title, hint] = searched
    ? [say('nothingFound'), say('nothingFoundHint')]
    : [say('emptyResults'), say('emptyResultsHint')];
  const ask = searched ? null : html`<p><a href="${inLanguage('/', language)}">${say('askSomething')}</a></p>`;
  return html`<div class="empty"><h2>${title}</h2><p>${hint}</p>${ask}</div>`;
}

function turns({ query, more, step }: Gallery, { say, language }: Place): Markup | null {
  const to = (offset: number) => inLanguage(galleryPath({ ...query, offset }), language);
  const { offset } = query;
  if (!more && offset === 0) return null;
  return html`<nav class="turns" aria-label="${say('turns')}">
${offset > 0 ? html`<a class="more" rel="prev" href="${to(Math.max(0, offset - step))}">${say('turnBack')}</a>` : null}
${more ? html`<a class="more" rel="next" href="${to(offset + step)}">${say('turnOn')}</a>` : null}
</nav>`;
}

function heads(query: GalleryQuery, { say, language, publicUrl, path }: Place): Markup {
  const feed = (name: string) => inLanguage(galleryPath({ ...WHOLE_GALLERY, call: query.call }, name), language);
  const shared =
    publicUrl === null
      ? null
      : html`<meta property="og:type" content="website">
<meta property="og:site_name" content="${say('appName')}">
<meta property="og:title" content="${say('resultsTitle')}">
<meta property="og:description" content="${say('resultsLead')}">
<meta property="og:url" content="${publicUrl + inLanguage(path, language)}">`;
  return html`<link rel="alternate" type="application/rss+xml" title="${say('feedTitle')}" href="${feed('/results/feed.xml')}">
<link rel="alternate" type="application/feed+json" title="${say('feedTitle')}" href="${feed('/results/feed.json')}">
${shared}`;
}
