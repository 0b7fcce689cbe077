import { DIRECTION, type Language } from '../../wording/page-language.ts';
import type { Say } from '../../wording/say-page.ts';
import { html, type Markup, type Piece } from './html.ts';
import type { PageFiles } from './page-files.ts';
import { icon, stageMark } from './signs.ts';
import { SITE_LINKS } from './site-links.ts';

/** Where a page stands and how it is found. */
export interface Place {
  language: Language;
  say: Say;
  /** Where people reach the pages, without a slash at the end; null where nobody has said it. */
  publicUrl: string | null;
  /** With its query but for the language, e.g. `/results?order=newest`. */
  path: string;
  files: PageFiles;
}

export interface PublicPage {
  place: Place;
  title: string;
  description: string;
  /** What stands in the head besides. */
  head?: Piece;
  /** Search machines are to leave it out: it changes with each visit, or is there twice. */
  unlisted?: boolean;
  content: Markup;
}

/** The path in a language: each has an address of its own, which can be handed on. */
export function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}locale=${language}`;
}

/**
 * A page for everybody, whole without any script: the same header as the app's pages have, by the same styles. What only a
 * script can do is not to be seen until there is one (`data-scripts`, by before-paint.js).
 */
export function publicPage({ place, title, description, head = null, unlisted = false, content }: PublicPage): string {
  const { language, say, files } = place;
  const name = title === say('appName') ? title : `${title} · ${say('appName')}`;
  const page = html`<!doctype html>
<html lang="${language}" dir="${DIRECTION[language]}" data-said data-mantine-color-scheme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f5eee1" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1a1613" media="(prefers-color-scheme: dark)">
<title>${name}</title>
<meta name="description" content="${description}">
${unlisted ? html`<meta name="robots" content="noindex">` : null}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script src="/before-paint.js"></script>
${files.styles.map((each) => html`<link rel="stylesheet" href="${each}">`)}
${files.scripts.map((each) => html`<script type="module" src="${each}"></script>`)}
${addresses(place)}
${head}
</head>
<body>
<div class="site-frame-frame">
<a class="site-frame-skip" href="#content">${say('skip')}</a>
${header(place)}
<main id="content" tabindex="-1" class="site-frame-main">${content}</main>
<div id="announcements" class="unseen" role="status" aria-live="polite"></div>
</div>
</body>
</html>
`;
  return page.text;
}

/** Only a known address of ours can be named: what a visitor's browser calls us may be anything. */
function addresses({ language, publicUrl, path }: Place): Piece {
  if (publicUrl === null) return null;
  return html`<link rel="canonical" href="${publicUrl + inLanguage(path, language)}">
<link rel="alternate" hreflang="en" href="${publicUrl + inLanguage(path, 'en')}">
<link rel="alternate" hreflang="ar" href="${publicUrl + inLanguage(path, 'ar')}">
<link rel="alternate" hreflang="x-default" href="${publicUrl + path}">`;
}

function header({ language, say, path }: Place): Markup {
  const other = language === 'en' ? 'ar' : 'en';
  const here = path.split('?')[0];
  const links = SITE_LINKS.map((page) => {
    const href = page.written ? inLanguage(page.path, language) : page.path;
    const current = page.path === here ? html` aria-current="page"` : null;
    return html`<a class="site-header-link" href="${href}"${current}>${say(page.text)}</a>`;
  });
  return html`<header class="site-header-header">
<div class="site-header-bar">
<a class="site-header-brand" href="/">${stageMark(30)}<span class="site-header-name">${say('appName')}</span></a>
<nav class="site-header-nav" aria-label="${say('navigation')}">${links}<a class="site-header-link" href="/desk" hidden data-desk>${say('navDesk')}</a></nav>
<div class="site-header-switches">
<button type="button" class="switches-colours by-script" data-name="${say('colours')}" data-auto="${say('coloursAuto')}" data-light="${say('coloursLight')}" data-dark="${say('coloursDark')}">
<span data-sign="auto">${icon('device')}</span><span data-sign="light" hidden>${icon('sun')}</span><span data-sign="dark" hidden>${icon('moon')}</span>
</button>
<a class="switches-language" lang="${other}" hreflang="${other}" href="${inLanguage(path, other)}" data-language="${other}"><span class="switches-whole">${say('otherLanguage')}</span><span class="switches-short" aria-hidden="true">${say('otherLanguageShort')}</span></a>
</div>
</div>
<div class="site-header-valance" aria-hidden="true"></div>
</header>`;
}
