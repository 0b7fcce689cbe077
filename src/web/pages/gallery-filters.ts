import { type Choice, callChoices, type GalleryChoices, select, windowChoices } from './filter-choices.ts';
import type { GalleryQuery } from './gallery-query.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import type { Place } from './public-page.ts';

const LONGEST_WORDS = 200;

/** A form that asks for the same page in another way: it needs no script. */
export function galleryFilters(query: GalleryQuery, choices: GalleryChoices, place: Place): Markup {
  const { say, language } = place;
  const orders: Choice[] = [
    { value: 'best', text: say('orderBest') },
    { value: 'newest', text: say('orderNewest') },
  ];
  const styles: Choice[] = [
    { value: '', text: say('everyStyle') },
    ...choices.styles.map((style) => ({ value: style, text: style })),
  ];
  return html`<form class="filters" action="/results" method="get" role="search">
<input type="hidden" name="locale" value="${language}">
<label class="words"><span>${say('searchWords')}</span><input type="search" name="q" value="${harmlessText(query.words)}" maxlength="${LONGEST_WORDS}" dir="auto" autocomplete="off" spellcheck="false"></label>
${select('order', say('order'), orders, query.order)}
${select('window', say('window'), windowChoices(choices.weeks, place), query.window)}
${choices.calls.length > 1 ? select('call', say('inCall'), callChoices(choices.calls, place), query.call) : null}
${styles.length > 1 ? select('style', say('style'), styles, query.style) : null}
<button type="submit">${say('showThese')}</button>
</form>`;
}
