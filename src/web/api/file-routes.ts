import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { StoredFile } from '../../requests/index.ts';
import { findReel } from '../../results/reels/find-reel.ts';
import { byteRange } from './byte-range.ts';
import { filesOfCall, filesOfPost, filesShownTo, isPostShownTo } from './file-access.ts';
import { refuse } from './refuse.ts';
import { postId, problems } from './route-schemas.ts';
import { isKept } from './send-page.ts';
import { NOBODY, type Viewer } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** What is shown in a page. Anything else is only handed over as a download, whatever it may contain. */
const SHOWN_TYPES = /^(?:video\/(?:mp4|webm)|image\/(?:jpeg|png|webp|gif|avif)|text\/vtt)$/;

/** Even opened by itself, a file can do nothing. */
const FILE_POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** The bytes never change, but a clip may be taken down: then copies must be gone within the hour. */
const FOR_ALL = 'public, max-age=3600, immutable';
const FOR_ONE = 'private, no-cache';

/** Files by what is in them, in parts where a player asks for parts. */
export function addFileRoutes(app: WebApp, context: WebContext): void {
  const { requests, roomPosts, calls, files, viewerOf } = context;

  /** What the named record shows to each of the viewers. */
  async function shownTo(
    owner: { request?: string | undefined; post?: string | undefined; call?: string | undefined },
    viewers: readonly Viewer[],
  ) {
    if (owner.request !== undefined) {
      const request = await requests.find(owner.request);
      return viewers.map((viewer) => (request ? filesShownTo(request, viewer) : []));
    }
    if (owner.call !== undefined) {
      const [call, reel] = await Promise.all([calls.find(owner.call), findReel(owner.call, context)]);
      const shown = [...filesOfCall(call), ...(reel ? [reel.master, reel.poster] : [])];
      return viewers.map(() => shown);
    }
    const post = owner.post === undefined ? null : await roomPosts.find(owner.post);
    if (!post) return viewers.map((): StoredFile[] => []);
    const request = await (post.requestId
      ? requests.find(post.requestId)
      : requests.findByPost({ platform: post.author.platform, id: post.id }));
    return viewers.map((viewer) => (isPostShownTo(post, request, viewer) ? filesOfPost(post) : []));
  }

  app.route({
    method: ['GET', 'HEAD'],
    url: '/files/:sha256',
    exposeHeadRoute: false,
    schema: {
      tags: ['files'],
      summary: 'A video or a picture, by the right of the request, the post or the call that it belongs to',
      params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
      querystring: z.object({ request: postId.optional(), post: postId.optional(), call: postId.optional() }),
      response: problems,
    },
    handler: async (request, reply) => {
      const { sha256 } = request.params;
      const [mine = [], everybodys = []] = await shownTo(request.query, [await viewerOf(request), NOBODY]);
      const holds = (shown: StoredFile[]) => shown.some((file) => file.sha256 === sha256);
      if (!holds(mine)) return refuse(reply, 'not-found');
      const file = await files.stat(sha256);
      if (!file) return refuse(reply, 'not-found');
      reply.headers({
        'cache-control': holds(everybodys) ? FOR_ALL : FOR_ONE,
        'content-security-policy': FILE_POLICY,
        'accept-ranges': 'bytes',
        etag: `"${sha256}"`,
        // What is everybody's may be shown elsewhere too: in a feed reader, or where a clip is set into a page.
        ...(holds(everybodys) ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
      });
      return sendFile(request, reply, file);
    },
  });

  async function sendFile({ headers, method }: FastifyRequest, reply: FastifyReply, file: StoredFile) {
    const etag = `"${file.sha256}"`;
    if (isKept(headers['if-none-match'], etag)) return reply.code(304).send();
    const stale = headers['if-range'] !== undefined && headers['if-range'] !== etag;
    const range = byteRange(stale || method === 'HEAD' ? undefined : headers.range, file.bytes);
    if (range.kind === 'outside') {
      return refuse(reply.header('content-range', `bytes */${file.bytes}`), 'not-in-file');
    }
    const shown = SHOWN_TYPES.test(file.type);
    if (!shown) reply.header('content-disposition', 'attachment');
    const length = range.kind === 'part' ? range.end - range.start + 1 : file.bytes;
    reply.type(shown ? file.type : 'application/octet-stream').header('content-length', length);
    if (method === 'HEAD') return reply.send();
    if (range.kind === 'whole') return reply.send(await files.read(file));
    reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
    return reply.send(await files.read(file, range));
  }
}
