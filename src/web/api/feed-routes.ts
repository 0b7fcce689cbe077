import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { createSay } from '../../wording/say-page.ts';
import { type Feed, jsonFeed, rssFeed } from '../pages/feed.ts';
import { galleryPath, WHOLE_GALLERY } from '../pages/gallery-query.ts';
import { languageOf } from './choose-language.ts';
import { createFindResults } from './find-results.ts';
import { addressOf } from './place-of-page.ts';
import { readShownClips } from './read-shown-clips.ts';
import { postId } from './route-schemas.ts';
import { sendPage } from './send-page.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const CLIPS = 30;

const FEEDS = [
  { path: '/results/feed.xml', summary: 'The newest clips, as RSS', type: 'application/rss+xml', write: rssFeed },
  {
    path: '/results/feed.json',
    summary: 'The newest clips, as JSON Feed',
    type: 'application/feed+json',
    write: jsonFeed,
  },
] as const;

const feedSearch = z.object({ call: postId.catch(''), locale: z.string().optional().catch(undefined) });

/** The newest clips, of all calls or of one, for feed readers. */
export function addFeedRoutes(app: WebApp, context: WebContext): void {
  const { requests, readRequestViews } = context;
  const find = createFindResults(context);

  async function feed(request: FastifyRequest, path: string, call: string): Promise<Feed> {
    const ids = await find({ ...WHOLE_GALLERY, order: 'newest', call }, CLIPS);
    const language = languageOf(request);
    return {
      ...{ language, say: createSay(language), address: addressOf(request, context) },
      path: galleryPath({ call }, path),
      page: galleryPath({ call, order: 'newest' }),
      clips: await readShownClips(await requests.findMany(ids), readRequestViews),
    };
  }

  for (const { path, summary, type, write } of FEEDS) {
    app.get(path, { schema: { tags: ['pages'], summary, querystring: feedSearch } }, async (request, reply) =>
      sendPage(reply, write(await feed(request, path, request.query.call)), `${type}; charset=utf-8`),
    );
  }
}
