import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Operation } from './operation.ts';
import { renderEvent } from './render-post.ts';
import { KEYS } from './settings.ts';
import { checkEvent } from './spec/check-x.ts';
import { mentions } from './world.ts';
import type { X } from './x.ts';

export interface Streams {
  /** How many clients listen. */
  open: () => number;
  /** Ends all of them, as X does now and then. */
  cut: () => void;
  serve: (request: IncomingMessage, response: ServerResponse) => void;
  operations: readonly Operation[];
}

interface Subscription {
  subscription_id: string;
  event_type: string;
  filter: { user_id?: string };
  tag: string;
}

/** X's activity stream: lines of JSON that end with `\r\n`, and `\r\n` alone as a sign of life. */
export function createStreams(x: X): Streams {
  const listening = new Set<ServerResponse>();
  const subscriptions: Subscription[] = [];

  x.emit = (post) => {
    const wanted = subscriptions.some(({ filter }) => filter.user_id === x.world.bot.id);
    if (!wanted || post.author === x.world.bot || !mentions(post, x.world.bot)) return;
    const event = renderEvent(x, post, x.nextId());
    x.ledger.slips.push(...checkEvent(JSON.parse(JSON.stringify(event))).map((each) => `an event: ${each}`));
    // In two pieces, as a network may bring it.
    const line = Buffer.from(`${JSON.stringify(event)}\r\n`);
    for (const response of listening) {
      response.write(line.subarray(0, line.length / 2));
      response.write(line.subarray(line.length / 2));
    }
  };

  return {
    open: () => listening.size,
    cut() {
      for (const response of listening) response.destroy();
    },
    serve(request, response) {
      if (request.headers.authorization !== `Bearer ${KEYS.bearer}`) {
        response.writeHead(401, { 'content-type': 'application/problem+json' });
        response.end(
          JSON.stringify({ title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' }),
        );
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('\r\n');
      listening.add(response);
      const alive = setInterval(() => response.write('\r\n'), x.settings.keepAliveMs);
      response.on('close', () => {
        clearInterval(alive);
        listening.delete(response);
        x.changed();
      });
      x.changed();
    },
    operations: [
      {
        method: 'GET',
        route: '/2/activity/subscriptions',
        handle: () => ({
          status: 200,
          body: { data: subscriptions, meta: { total_subscriptions: subscriptions.length } },
        }),
      },
      {
        method: 'POST',
        route: '/2/activity/subscriptions',
        handle({ body }) {
          const { event_type, filter, tag = '' } = body as unknown as Subscription;
          const made = { subscription_id: x.nextId(), event_type, filter, tag };
          subscriptions.push(made);
          return { status: 200, body: { data: { subscription: made } } };
        },
      },
    ],
  };
}
