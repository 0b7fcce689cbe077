import { createWriter } from '../../wording/write-values.ts';
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

export interface Choice {
  value: string;
  text: string;
}

export function windowChoices(weeks: GalleryChoices['weeks'], { say, language }: Place): Choice[] {
  const write = createWriter(language);
  const nameOfWeek = (week: string) => {
    const span = spanOfWeek(week);
    return span === null ? week : say('weekFrom', { date: write.utcDate(span.since) });
  };
  return [
    { value: 'all', text: say('windowAll') },
    { value: 'month', text: say('windowMonth') },
    { value: 'week', text: say('windowWeek') },
    ...weeks.map((week) => ({ value: week, text: nameOfWeek(week) })),
  ];
}

/** Every call, then each. */
export function callChoices(calls: GalleryChoices['calls'], { say, language }: Place): Choice[] {
  return [
    { value: '', text: say('everyCall') },
    ...calls.map(({ id, theme }) => ({ value: id, text: theme[language] })),
  ];
}

/** What is chosen stands there, though nothing else may know it any more. */
export function select(name: string, label: string, choices: readonly Choice[], chosen: string): Markup {
  const known = choices.some(({ value }) => value === chosen);
  const all = known ? choices : [...choices, { value: chosen, text: chosen }];
  const options = all.map(
    ({ value, text }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : null}>${harmlessText(text)}</option>`,
  );
  return html`<label><span>${label}</span><select name="${name}">${options}</select></label>`;
}
