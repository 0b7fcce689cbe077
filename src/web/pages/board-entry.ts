import { askedBy } from './clip-credit.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import { inLanguage, type Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

/** A clip in a row of a board: the head of that row. */
export function boardEntry(shown: ShownClip, { say, language }: Place): Markup {
  const { id, locale, thumbnailUrl } = shown;
  return html`<th scope="row"><a class="entry" href="${inLanguage(`/clips/${id}`, language)}"><img src="${thumbnailUrl}" alt="" width="80" height="60" loading="lazy" decoding="async"><span><span class="words" dir="auto" lang="${locale}">${harmlessText(shown.prompt)}</span><span class="by">${askedBy(shown, say)}</span></span></a></th>`;
}
