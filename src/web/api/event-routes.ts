import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeCursor, type EventCursor } from './event-format.ts';
import { createFollowerStream } from './follower-stream.ts';
import { createPlaces } from './places.ts';
import { refuse } from './refuse.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const COME_BACK_AFTER_MS = 2000;
const PAGES_PER_VISITOR = 12;
const PAGES_PER_ADDRESS = 100;
const PAGES = 2000;

/** Tells pages what changed, as it happens. */
export function addEventRoutes(app: WebApp, { hub, visitors, sessions }: WebContext): void {
  const places = createPlaces(PAGES);

  const cursorOf = (request: FastifyRequest): EventCursor | null => {
    const header = request.headers['last-event-id'];
    // What we did not sign would let a stranger send our reader anywhere in the feeds.
    const { valid, value } = typeof header === 'string' ? app.unsignCookie(header) : { valid: false, value: null };
    return valid && value ? decodeCursor(value) : null;
  };

  app.get(
    '/api/events',
    {
      exposeHeadRoute: false,
      schema: { tags: ['events'], summary: 'What changes, as server-sent events', response: problems },
    },
    async (request, reply: FastifyReply) => {
      const curator = (await sessions.of(request)) !== null;
      const limits = { [`visitor ${visitors.of(request).id}`]: PAGES_PER_VISITOR, [request.ip]: PAGES_PER_ADDRESS };
      const leavePlace = places.take(limits);
      if (!leavePlace) return refuse(reply, 'too-many-open');
      const { stream, follower } = createFollowerStream(curator);
      stream.once('close', () => {
        hub.leave(follower);
        leavePlace();
      });
      follower.send(`retry: ${COME_BACK_AFTER_MS}\n\n`);
      try {
        await hub.join(follower, cursorOf(request));
      } catch (error) {
        stream.destroy();
        throw error;
      }
      return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream);
    },
  );
}
