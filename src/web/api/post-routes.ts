import { z } from 'zod';
import { countGraphemes } from '../../bots/reading/count-graphemes.ts';
import type { RoomPost } from '../../bots/room/room-posts.ts';
import { LOCALES, type Locale, toInstant } from '../../requests/index.ts';
import { cleanPostText, POST_LIMIT } from './clean-post-text.ts';
import { threadView } from './contract.ts';
import { placePost } from './place-post.ts';
import type { ProblemCode } from './problems.ts';
import { readPostForm } from './read-post-form.ts';
import { type RefusalDetail, refuse } from './refuse.ts';
import { idParams, nothing, problems } from './route-schemas.ts';
import { isMine, type Viewer } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** A post is kept at once; the bot hears of it from the room's events by itself. */
export function addPostRoutes(app: WebApp, context: WebContext): void {
  const { roomPosts, clock, takeInPicture, viewerOf, readThreadViews } = context;
  const tags = ['room'];
  const response = { 200: threadView, ...problems };

  async function threadOf(post: RoomPost, viewer: Viewer) {
    const thread = await roomPosts.thread(post.inReplyTo ?? post.id);
    const [view] = await readThreadViews([thread ?? { post, answers: [] }], viewer);
    if (!view) throw new Error(`There is no thread of ${post.id}`);
    return view;
  }

  /** The visitor's own post that still stands, or why it cannot be touched. */
  async function ownPost(id: string, viewer: Viewer): Promise<RoomPost | 'not-found' | 'not-yours'> {
    const post = await roomPosts.find(id);
    if (!post || post.removed) return 'not-found';
    return post.kind === 'post' && isMine(viewer, post.author) ? post : 'not-yours';
  }

  app.post(
    '/api/room/posts',
    {
      schema: {
        tags,
        summary:
          'Write a post, perhaps with a picture; with @opencall in it, it is a request, with remixOf one for that clip made anew',
        consumes: ['multipart/form-data'],
        response,
      },
    },
    async (request, reply) => {
      const form = await readPostForm(request, takeInPicture);
      if (!form.ok) return refuse(reply, form.code, form.detail);
      const viewer = await viewerOf(request);
      const text = checkText(form.fields.text ?? '');
      if (!text.ok) return refuse(reply, text.code, text.detail);
      const place = await placePost(context, form.fields, text.text);
      if (!place.ok) return refuse(reply, place.code, place.detail);
      const post = await roomPosts.add({
        author: viewer.member,
        kind: 'post',
        text: text.text,
        locale: localeOf(form.fields.locale) ?? viewer.locale,
        picture: form.picture,
        video: null,
        inReplyTo: place.inReplyTo,
        ...(place.remixOf === undefined ? {} : { remixOf: place.remixOf }),
        requestId: null,
        key: null,
        postedAt: toInstant(clock()),
      });
      return threadOf(post, viewer);
    },
  );

  app.patch(
    '/api/room/posts/:id',
    {
      schema: {
        tags,
        summary: 'Write a post of my own anew',
        params: idParams,
        body: z.object({ text: z.string() }),
        response,
      },
    },
    async (request, reply) => {
      const viewer = await viewerOf(request);
      const post = await ownPost(request.params.id, viewer);
      if (typeof post === 'string') return refuse(reply, post);
      const text = checkText(request.body.text);
      if (!text.ok) return refuse(reply, text.code, text.detail);
      const edited = await roomPosts.edit(post.id, { text: text.text }, toInstant(clock()));
      return edited ? threadOf(edited, viewer) : refuse(reply, 'not-found');
    },
  );

  app.delete(
    '/api/room/posts/:id',
    {
      schema: {
        tags,
        summary: 'Take a post of my own back, and what was asked with it',
        params: idParams,
        response: { 204: nothing, ...problems },
      },
    },
    async (request, reply) => {
      const post = await ownPost(request.params.id, await viewerOf(request));
      if (typeof post === 'string') return refuse(reply, post);
      await roomPosts.remove(post.id, toInstant(clock()));
      return reply.code(204).send();
    },
  );
}

function localeOf(text: string | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === text);
}

type CheckedText = { ok: true; text: string } | { ok: false; code: ProblemCode; detail: RefusalDetail };

function checkText(given: string): CheckedText {
  const text = cleanPostText(given);
  if (text === '') return { ok: false, code: 'text-empty', detail: { field: 'text' } };
  if (countGraphemes(text) <= POST_LIMIT) return { ok: true, text };
  return { ok: false, code: 'text-too-long', detail: { field: 'text', limit: POST_LIMIT } };
}
