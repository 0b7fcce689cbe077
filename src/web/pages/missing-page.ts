import { html } from './html.ts';
import { inLanguage, type Place, publicPage } from './public-page.ts';

/** In the place of a clip that was taken down, or of none that ever was one. */
export function missingPage(why: 'gone' | 'unknown', place: Place): string {
  const { say, language } = place;
  const title = say(why === 'gone' ? 'clipGoneTitle' : 'clipUnknownTitle');
  return publicPage({
    place: { ...place, publicUrl: null },
    title,
    description: title,
    unlisted: true,
    content: html`<div class="missing"><h1>${title}</h1><p>${say(why === 'gone' ? 'clipGoneBody' : 'clipUnknownBody')}</p><p><a href="${inLanguage('/results', language)}">${say('toResults')}</a></p></div>`,
  });
}
