import { z } from 'zod';
import { type Call, opensWithin, placeOf, placesOn } from '../../calls/call.ts';
import { chooseCall } from '../../calls/choose-call.ts';
import { SOUNDS } from '../../requests/index.ts';
import { threadPage, threadView } from './contract.ts';
import { type RoomInfo, roomInfo } from './contract-of-room.ts';
import { PICTURE_LIMITS } from './picture-limits.ts';
import { refuse } from './refuse.ts';
import { idParams, postId, problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const THREADS = 20;
/** More is not said of what is to come. */
const MOST_COMING = 3;
const ROOM_CHANNEL = { platform: 'room', channel: 'room' };

/** The room: what is asked for in it, and what was said. */
export function addRoomRoutes(app: WebApp, context: WebContext): void {
  const { calls, clock, requests, roomPosts, enginesFor, longestSeconds, promptLimit, x, viewerOf, readThreadViews } =
    context;
  const tags = ['room'];

  app.get(
    '/api/room',
    { schema: { tags, summary: 'The call, and what can be asked for', response: { 200: roomInfo, ...problems } } },
    async (_request, reply) => {
      const [all, waiting] = await Promise.all([
        calls.list(),
        requests.count({ states: ['received', 'in-review', 'approved'] }),
      ]);
      // The one in which who asks here now would ask.
      const call = chooseCall(all, ROOM_CHANNEL, clock());
      if (!call) return refuse(reply, 'unavailable');
      const { id, theme, closesAt } = call;
      const [engine] = await enginesFor(id);
      return {
        call: { id, theme, closesAt },
        coming: comingTo(all, clock()),
        engine: {
          id: engine.id,
          storyboard: engine.id === 'storyboard',
          // What one shot cannot hold, several do.
          maxSeconds: longestSeconds,
          resolutions: [...engine.limits.resolutions],
          // What the engine does not bring is made when a clip is finished.
          sounds: [...SOUNDS],
        },
        promptLimit,
        onX: x !== null,
        picture: { maxBytes: PICTURE_LIMITS.maxBytes, types: [...PICTURE_LIMITS.types] },
        waiting,
      };
    },
  );

  app.get(
    '/api/room/threads',
    {
      schema: {
        tags,
        summary: 'Threads, newest first',
        querystring: z.object({
          before: postId.optional(),
          mine: z.stringbool().optional(),
        }),
        response: { 200: threadPage, ...problems },
      },
    },
    async (request) => {
      const { before = null, mine = false } = request.query;
      const viewer = await viewerOf(request);
      const threads = await roomPosts.threads({ before, limit: THREADS, author: mine ? viewer.key : null });
      const last = threads.length === THREADS ? threads.at(-1) : undefined;
      return { threads: await readThreadViews(threads, viewer), before: last?.post.id ?? null };
    },
  );

  app.get(
    '/api/room/threads/:id',
    {
      schema: { tags, summary: 'One thread', params: idParams, response: { 200: threadView, ...problems } },
    },
    async (request, reply) => {
      const thread = await roomPosts.thread(request.params.id);
      const [view] = thread ? await readThreadViews([thread], await viewerOf(request)) : [];
      return view ?? refuse(reply, 'not-found');
    },
  );
}

/** Planned calls in which one can ask in the room. */
function comingTo(calls: readonly Call[], now: Date): RoomInfo['coming'] {
  const here = [placeOf(ROOM_CHANNEL), placesOn(ROOM_CHANNEL.platform)];
  return calls
    .filter(({ places }) => places === null || places.some((place) => here.includes(place)))
    .filter((call) => opensWithin(call, Infinity, now))
    .toSorted((one, other) => (one.opensAt < other.opensAt ? -1 : 1))
    .slice(0, MOST_COMING)
    .map(({ id, theme, opensAt }) => ({ id, theme, opensAt }));
}
