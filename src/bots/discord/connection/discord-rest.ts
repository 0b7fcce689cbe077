import { type InternalRequest, REST, RESTEvents, type RequestMethod } from 'discord.js';
import { createRefusedRequests, type RefusedRequests } from './refused-requests.ts';
import { restError } from './rest-error.ts';

export type RestOptions = Pick<InternalRequest, 'body' | 'files' | 'query' | 'auth' | 'signal'>;

/** Discord's REST API. Nothing is sent twice by itself, save after a 429, which says that nothing was done. */
export interface DiscordRest {
  get<Answer>(route: `/${string}`, options?: RestOptions): Promise<Answer>;
  post<Answer>(route: `/${string}`, options?: RestOptions): Promise<Answer>;
  patch<Answer>(route: `/${string}`, options?: RestOptions): Promise<Answer>;
  put<Answer>(route: `/${string}`, options?: RestOptions): Promise<Answer>;
  delete(route: `/${string}`): Promise<void>;
}

export interface Deadlines {
  /** Until Discord begins to answer: a clip of ten megabytes over a slow line. */
  answerMs: number;
  /** Until its answer is there whole, with all waiting for one's turn. */
  wholeMs: number;
}

const DEADLINES: Deadlines = { answerMs: 60_000, wholeMs: 180_000 };
/** Longer waits are told to the caller, so that no step of work stands still for them. */
const LONGEST_WAIT_MS = 15_000;

export interface DiscordRestOptions {
  token: string;
  /** Up to and without the version, e.g. `https://discord.com/api`. */
  apiUrl: string;
  refused?: RefusedRequests;
  /** In milliseconds. */
  deadlines?: Deadlines;
}

export function createDiscordRest({
  token,
  apiUrl,
  refused = createRefusedRequests(),
  deadlines = DEADLINES,
}: DiscordRestOptions): DiscordRest {
  const common = {
    api: apiUrl,
    // discord.js sends a message up to four times by itself, on a timeout or a 500.
    retries: 0,
    timeout: deadlines.answerMs,
    rejectOnRateLimit: ({ timeToReset, retryAfter }: { timeToReset: number; retryAfter: number }) =>
      Math.max(timeToReset, retryAfter) > LONGEST_WAIT_MS,
  };
  const rest = new REST(common).setToken(token);
  // Answers to interactions are outside the limit of 50 a second (docs: topics/rate-limits). In one line with everything
  // else, people would wait for theirs behind a rush of status posts.
  const interactions = new REST({ ...common, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  for (const each of [rest, interactions]) {
    each.on(RESTEvents.Response, (_, response) =>
      refused.answered(response.status, response.headers.get('x-ratelimit-scope') === 'shared'),
    );
  }
  const send = async (method: RequestMethod, fullRoute: `/${string}`, options: RestOptions = {}) => {
    if (options.auth !== false) refused.check();
    try {
      const by = options.auth === false ? interactions : rest;
      // The library's own deadline is over as soon as an answer begins.
      const whole = AbortSignal.timeout(deadlines.wholeMs);
      const signal = options.signal ? AbortSignal.any([options.signal, whole]) : whole;
      return (await by.request({ ...options, method, fullRoute, signal })) as never;
    } catch (error) {
      // A refused token is forgotten by the client; once the right is back, the same one may work again.
      rest.setToken(token);
      throw restError(error);
    }
  };
  return {
    get: (route, options) => send('GET' as RequestMethod, route, options),
    post: (route, options) => send('POST' as RequestMethod, route, options),
    patch: (route, options) => send('PATCH' as RequestMethod, route, options),
    put: (route, options) => send('PUT' as RequestMethod, route, options),
    delete: async (route) => void (await send('DELETE' as RequestMethod, route)),
  };
}
