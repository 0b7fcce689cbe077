import { languageTag } from '../../wording/language-tag.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import type { Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

/** The clip with the browser's own controls. It has its shape before the first byte is there. */
export function clipPlayer({ id, clip }: ShownClip, { say }: Place): Markup {
  const { subtitles } = clip;
  return html`<video class="video" data-watch="${id}" poster="${clip.posterUrl}" width="${clip.width}" height="${clip.height}" controls playsinline${clip.seconds < 4 ? html` loop` : null} preload="none" aria-label="${say('clipOf', { caption: harmlessText(clip.caption) })}" aria-describedby="seen">
${clip.sources.map(({ url, type }) => html`<source src="${url}" type="${type}">`)}
${subtitles === null ? null : html`<track kind="captions" src="${subtitles.url}" srclang="${languageTag(subtitles.language)}" default>`}
</video>
<p id="seen" class="unseen" dir="auto">${harmlessText(clip.altText)}</p>`;
}
