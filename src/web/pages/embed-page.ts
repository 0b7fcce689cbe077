import { DIRECTION } from '../../wording/page-language.ts';
import { clipPlayer } from './clip-player.ts';
import { harmlessText } from './harmless-text.ts';
import { html } from './html.ts';
import { inLanguage, type Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

/** A clip alone, to be set into a page elsewhere: nothing can be done in it but to watch it and to come here. */
export function embedPage(shown: ShownClip, place: Place): string {
  const { language, say, files, publicUrl } = place;
  const caption = harmlessText(shown.clip.caption);
  const page = `/clips/${shown.id}`;
  return html`<!doctype html>
<html lang="${language}" dir="${DIRECTION[language]}" data-mantine-color-scheme="dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${caption} · ${say('appName')}</title>
${publicUrl === null ? null : html`<link rel="canonical" href="${publicUrl + inLanguage(page, language)}">`}
${files.styles.map((each) => html`<link rel="stylesheet" href="${each}">`)}
</head>
<body class="embedded">
<main>${clipPlayer(shown, place)}<p><a href="${inLanguage(page, language)}" target="_blank" rel="noopener"><bdi>${caption}</bdi> · ${say('appName')}</a></p></main>
</body>
</html>
`.text;
}

/** What one copies to set a clip into a page. */
export function embedCode({ id, clip }: ShownClip, address: string, { language }: Place): string {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(clip.width, clip.height));
  const [width, height] = [Math.round(clip.width * scale), Math.round(clip.height * scale) + LINE];
  const source = address + inLanguage(`/clips/${id}/embed`, language);
  return html`<iframe src="${source}" width="${width}" height="${height}" title="${harmlessText(clip.caption)}" allowfullscreen loading="lazy" frameborder="0"></iframe>`
    .text;
}

/** In pixels. */
const LONGEST_SIDE = 640;
const LINE = 36;
