import { html } from '../pages/html.ts';
import { inLanguage } from '../pages/public-page.ts';
import { refuse } from './refuse.ts';
import { sendPage } from './send-page.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** As many as one file may name, with room to spare; the newest. */
const CLIPS = 5000;
/** The desk and what belongs to one person is nothing to be found. */
const KEPT_OUT = ['/api/', '/desk', '/mine', '/me', '/sign-in', '/asked', '/results?q='];

/** What search machines ask for: what they may read, and where the pages are. */
export function addSitemapRoutes(app: WebApp, { publicUrl, votes }: WebContext): void {
  const tags = ['pages'];

  app.get('/robots.txt', { schema: { tags, summary: 'What search machines may read' } }, async (_request, reply) => {
    const lines = ['User-agent: *', ...KEPT_OUT.map((path) => `Disallow: ${path}`)];
    if (publicUrl !== null) lines.push('', `Sitemap: ${publicUrl}/sitemap.xml`);
    return sendPage(reply, `${lines.join('\n')}\n`, 'text/plain; charset=utf-8');
  });

  app.get('/sitemap.xml', { schema: { tags, summary: 'The pages for everybody' } }, async (_request, reply) => {
    // A map names whole addresses, and without a known one there are none.
    if (publicUrl === null) return refuse(reply, 'not-found');
    const ids = await votes.results({ order: 'newest', since: null, callId: null, limit: CLIPS, offset: 0 });
    const paths = ['/', '/results', '/board', ...ids.map((id) => `/clips/${id}`)];
    const pages = paths.map(
      (path) => html`<url><loc>${publicUrl + path}</loc>${path === '/' ? null : languages(publicUrl + path)}</url>\n`,
    );
    const map = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages}</urlset>
`;
    return sendPage(reply, map.text, 'application/xml; charset=utf-8');
  });
}

function languages(page: string) {
  return (['en', 'ar'] as const).map(
    (language) => html`<xhtml:link rel="alternate" hreflang="${language}" href="${inLanguage(page, language)}"/>`,
  );
}
