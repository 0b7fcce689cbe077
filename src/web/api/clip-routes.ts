import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestIn } from '../../requests/index.ts';
import { winnersIn } from '../../voting/find-winners.ts';
import { clipPage } from '../pages/clip-page.ts';
import { embedCode, embedPage } from '../pages/embed-page.ts';
import { missingPage } from '../pages/missing-page.ts';
import type { Version } from '../pages/remix-tree.ts';
import type { ShownClip } from '../pages/shown-clip.ts';
import { addressOf, placeOf } from './place-of-page.ts';
import { readShownClips } from './read-shown-clips.ts';
import { refuse } from './refuse.ts';
import { idParams } from './route-schemas.ts';
import { sendPage } from './send-page.ts';
import { EMBEDDED } from './set-security-headers.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** Remixes of one clip that are drawn at most. */
const VERSIONS = 60;
/** What is drawn may be kept for so long: not for ever, since a clip may be taken down. */
const DRAWN = { 'cache-control': 'public, max-age=300', 'cross-origin-resource-policy': 'cross-origin' };

/** The page of a clip and what belongs to it. */
export function addClipRoutes(app: WebApp, context: WebContext): void {
  const { requests, calls, winners, gallery, readRequestViews, drawThumbnail, drawSharePicture, readCredentials } =
    context;
  const tags = ['pages'];
  const about = (summary: string) => ({ schema: { tags, summary, params: idParams } });

  /** The clip, or null where a page was sent that says why there is none. */
  async function find(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) {
    const { id } = request.params;
    const found = await requests.find(id);
    const [shown] = await readShownClips(found ? [found] : [], readRequestViews);
    const place = await placeOf(request, `/clips/${id}`, context);
    if (found?.state === 'delivered' && shown) return { request: found, shown, place };
    // What stood here once is gone for good, and search machines are to know.
    const gone = found?.state === 'removed';
    reply
      .code(gone ? 410 : 404)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8');
    await reply.send(missingPage(gone ? 'gone' : 'unknown', place));
    return null;
  }

  app.get('/clips/:id', about('A clip, as a page'), async (request, reply) => {
    const clip = await find(request, reply);
    if (clip === null) return reply;
    const { shown, place } = clip;
    const [call, found, versions, credentials] = await Promise.all([
      calls.find(shown.callId),
      winners.of([shown.callId]),
      versionsOf(shown),
      readCredentials(clip.request.clip.renditions.room ?? clip.request.clip.master),
    ]);
    const embed = embedCode(shown, addressOf(request, context), place);
    const won = call && winnersIn(call, found)?.winners.find(({ id }) => id === shown.id);
    const facts = { theme: call?.theme ?? null, won: won?.place ?? null };
    return sendPage(reply, clipPage({ shown, ...facts, versions, credentials, embed }, place));
  });

  app.get(
    '/clips/:id/embed',
    { ...about('A clip alone, to be set into a page'), helmet: EMBEDDED },
    async (request, reply) => {
      const clip = await find(request, reply);
      return clip === null ? reply : sendPage(reply, embedPage(clip.shown, clip.place));
    },
  );

  const drawings = [
    {
      path: '/clips/:id/thumbnail.webp',
      summary: 'The small picture of a clip',
      type: 'image/webp',
      draw: ({ clip }: RequestIn<'delivered'>) => drawThumbnail(clip.poster),
    },
    {
      path: '/clips/:id/share.jpg',
      summary: 'The picture that other sites show of a clip',
      type: 'image/jpeg',
      draw: ({ clip }: RequestIn<'delivered'>) => drawSharePicture({ poster: clip.poster, caption: clip.caption }),
    },
  ];
  for (const { path, summary, type, draw } of drawings) {
    app.get(path, about(summary), async (request, reply) => {
      const found = await requests.find(request.params.id);
      if (found?.state !== 'delivered') return refuse(reply, found?.state === 'removed' ? 'gone' : 'not-found');
      return reply
        .headers(DRAWN)
        .type(type)
        .send(await draw(found));
    });
  }

  /** What the clip was made of and what was made of it; empty where it stands alone. */
  async function versionsOf({ id }: ShownClip): Promise<Version[]> {
    const family = await gallery.family(id, VERSIONS);
    if (family.length < 2) return [];
    const found = await requests.findMany(family.map(({ requestId }) => requestId));
    const shown = new Map((await readShownClips(found, readRequestViews)).map((each) => [each.id, each]));
    return family.map(({ requestId, parentId }) => ({
      ...{ id: requestId, parentId },
      shown: shown.get(requestId) ?? null,
    }));
  }
}
