import { ETwitterStreamEvent, TwitterApi } from 'twitter-api-v2';
import { z } from 'zod';
import type { Clock } from '../../../requests/index.ts';
import { pause } from '../../pause.ts';
import { activityEvent } from '../connection/answers.ts';
import { agentFor, createXClient } from '../connection/x-client.ts';
import { xError } from '../connection/x-error.ts';
import type { Account } from './addressed.ts';
import type { Mention } from './list-mentions.ts';

export interface ActivityStreamOptions {
  /** The app's own token: streams are the app's, not an account's. */
  bearerToken: string;
  apiUrl: string;
  account: () => Promise<Account>;
  onMention: (mention: Mention) => void;
  clock: Clock;
  onError: (error: unknown) => void;
}

const MENTIONED = 'post.mention.create';
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** X sends a sign of life every 20 s (docs.x.com, "Handling disconnections"). */
const SILENCE_MS = 60_000;

const subscriptions = z.object({
  data: z
    .array(
      z.object({ event_type: z.string().optional(), filter: z.object({ user_id: z.string().optional() }).optional() }),
    )
    .optional(),
});

/**
 * Hears mentions within a second, where the operator's access has X's activity stream. What it misses is found by
 * asking, which goes on beside it.
 */
export function startActivityStream(options: ActivityStreamOptions): { close(): Promise<void> } {
  const { bearerToken, apiUrl, account, onMention, clock, onError } = options;
  const tokens = { current: async () => bearerToken, renew: async () => false };
  const client = createXClient({ apiUrl, tokens, clock });
  const httpAgent = agentFor(apiUrl);
  const { v2 } = new TwitterApi(bearerToken, (httpAgent ? { httpAgent } : {}) as never);
  const closing = new AbortController();

  async function subscribe(): Promise<void> {
    const { id } = await account();
    const [path, endpoint] = ['activity/subscriptions', '/2/activity/subscriptions'];
    const { data = [] } = await client.send({ method: 'GET', path, endpoint, answer: subscriptions });
    if (data.some(({ event_type, filter }) => event_type === MENTIONED && filter?.user_id === id)) return;
    const body = { event_type: MENTIONED, filter: { user_id: id }, tag: 'open-call' };
    await client.send({ method: 'POST', path, endpoint, body, answer: z.unknown() });
  }

  /** Resolves when the stream has ended, whoever ended it. */
  async function hearOn(onHeard: () => void): Promise<void> {
    const stream = await v2.getStream('activity/stream', {}, { prefix: `${apiUrl}/2/`, autoConnect: false });
    const ended = Promise.withResolvers<void>();
    const end = () => ended.resolve();
    stream.on(ETwitterStreamEvent.ConnectionClosed, end);
    stream.on(ETwitterStreamEvent.TweetParseError, onError);
    stream.on(ETwitterStreamEvent.Data, (event: unknown) => {
      onHeard();
      const read = activityEvent.safeParse(event);
      // X tells of other things too, such as that it will close the stream.
      if (read.success && read.data.data.event_type === MENTIONED) {
        onMention({ post: read.data.data.payload, includes: read.data.data.includes });
      }
    });
    closing.signal.addEventListener('abort', end);
    try {
      await stream.connect({ autoReconnect: false, keepAliveTimeout: SILENCE_MS });
      await ended.promise;
    } finally {
      closing.signal.removeEventListener('abort', end);
      stream.destroy();
    }
  }

  async function run(): Promise<void> {
    let subscribed = false;
    for (let waitMs = FIRST_WAIT_MS; !closing.signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      try {
        if (!subscribed) await subscribe();
        subscribed = true;
        await hearOn(() => {
          waitMs = FIRST_WAIT_MS;
        });
      } catch (error) {
        onError(xError(error, clock));
      }
      await pause(waitMs, closing.signal);
    }
  }

  const running = run();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
