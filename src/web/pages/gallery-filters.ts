import { createWriter } from '../../wording/write-values.ts';
import type { GalleryQuery } from './gallery-query.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import { spanOfWeek } from './iso-week.ts';
import type { Place } from './public-page.ts';

/** What there is to choose from. */
export interface GalleryChoices {
  calls: readonly { id: string; theme: { en: string; ar: string } }[];
  /** As `weekOf` writes them, newest first. */
  weeks: readonly string[];
  styles: readonly string[];
}

interface Choice {
  value: string;
  text: string;
}

const LONGEST_WORDS = 200;

/** A form that asks for the same page in another way: it needs no script. */
export function galleryFilters(query: GalleryQuery, choices: GalleryChoices, place: Place): Markup {
  const { say, language } = place;
  const write = createWriter(language);
  const orders: Choice[] = [
    { value: 'best', text: say('orderBest') },
    { value: 'newest', text: say('orderNewest') },
  ];
  const windows: Choice[] = [
    { value: 'all', text: say('windowAll') },
    { value: 'month', text: say('windowMonth') },
    { value: 'week', text: say('windowWeek') },
    ...choices.weeks.map((week) => ({ value: week, text: nameOfWeek(week) })),
  ];
  const calls: Choice[] = [
    { value: '', text: say('everyCall') },
    ...choices.calls.map(({ id, theme }) => ({ value: id, text: theme[language] })),
  ];
  const styles: Choice[] = [
    { value: '', text: say('everyStyle') },
    ...choices.styles.map((style) => ({ value: style, text: style })),
  ];
  return html`<form class="filters" action="/results" method="get" role="search">
<input type="hidden" name="locale" value="${language}">
<label class="words"><span>${say('searchWords')}</span><input type="search" name="q" value="${harmlessText(query.words)}" maxlength="${LONGEST_WORDS}" dir="auto" autocomplete="off" spellcheck="false"></label>
${select('order', say('order'), orders, query.order)}
${select('window', say('window'), windows, query.window)}
${calls.length > 2 ? select('call', say('inCall'), calls, query.call) : null}
${styles.length > 1 ? select('style', say('style'), styles, query.style) : null}
<button type="submit">${say('showThese')}</button>
</form>`;

  function nameOfWeek(week: string): string {
    const span = spanOfWeek(week);
    return span === null ? week : say('weekFrom', { date: write.utcDate(span.since) });
  }
}

/** What is chosen stands there, though nothing else may know it any more. */
function select(name: string, label: string, choices: readonly Choice[], chosen: string): Markup {
  const known = choices.some(({ value }) => value === chosen);
  const all = known ? choices : [...choices, { value: chosen, text: chosen }];
  const options = all.map(
    ({ value, text }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : null}>${harmlessText(text)}</option>`,
  );
  return html`<label><span>${label}</span><select name="${name}">${options}</select></label>`;
}
