import type { Language } from '../../wording/page-language.ts';
import type { Say } from '../../wording/say-page.ts';
import { askedBy } from './clip-credit.ts';
import { harmlessText } from './harmless-text.ts';
import { html } from './html.ts';
import { inLanguage } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';

/** The newest clips for feed readers, in a language. */
export interface Feed {
  language: Language;
  say: Say;
  /** Where the pages are, without a slash at the end: a feed has whole addresses, always. */
  address: string;
  /** Of the feed itself, with its query. */
  path: string;
  /** Of the page that shows the same. */
  page: string;
  clips: readonly ShownClip[];
}

/** RSS 2.0, with the element by which a feed says where it is (Atom) and pictures (Media RSS). */
export function rssFeed({ language, say, address, path, page, clips }: Feed): string {
  const home = address + inLanguage(page, language);
  const items = clips.map((shown) => {
    const { clip, deliveredAt, video } = shown;
    const link = address + inLanguage(`/clips/${shown.id}`, language);
    const whole = (part: string) => new URL(part, address).href;
    return html`<item>
<title>${harmlessText(clip.caption)}</title>
<link>${link}</link>
<guid isPermaLink="false">${whole(`/clips/${shown.id}`)}</guid>
<pubDate>${new Date(deliveredAt).toUTCString()}</pubDate>
<description>${wordsOf(shown, say)}</description>
<enclosure url="${whole(clip.videoUrl)}" length="${video.bytes}" type="${video.type}"/>
<media:thumbnail url="${whole(clip.posterUrl)}"/>
</item>
`;
  });
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${titleOf(say)}</title>
<link>${home}</link>
<description>${say('resultsLead')}</description>
<language>${language}</language>
<atom:link href="${address + inLanguage(path, language)}" rel="self" type="application/rss+xml"/>
${items}</channel>
</rss>
`.text;
}

/** JSON Feed 1.1. */
export function jsonFeed({ language, say, address, path, page, clips }: Feed): string {
  const whole = (part: string) => new URL(part, address).href;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(say),
    description: say('resultsLead'),
    home_page_url: address + inLanguage(page, language),
    feed_url: address + inLanguage(path, language),
    language,
    items: clips.map((shown) => {
      const { clip, video, deliveredAt } = shown;
      const name = harmlessText(shown.requesterName).trim();
      return {
        id: whole(`/clips/${shown.id}`),
        url: address + inLanguage(`/clips/${shown.id}`, language),
        title: harmlessText(clip.caption),
        content_text: wordsOf(shown, say),
        image: whole(clip.posterUrl),
        date_published: deliveredAt,
        ...(name === '' ? {} : { authors: [{ name }] }),
        attachments: [
          {
            url: whole(clip.videoUrl),
            mime_type: video.type,
            size_in_bytes: video.bytes,
            duration_in_seconds: clip.seconds,
          },
        ],
      };
    }),
  });
}

function titleOf(say: Say): string {
  return `${say('appName')} · ${say('feedTitle')}`;
}

function wordsOf(shown: ShownClip, say: Say): string {
  return `${harmlessText(shown.prompt)}\n\n${askedBy(shown, say)}`;
}
