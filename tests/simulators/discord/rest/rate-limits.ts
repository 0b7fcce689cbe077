import { createHash } from 'node:crypto';
import type { Allowance } from '../settings.ts';
import type { Operation } from './operation.ts';

/** What stands in the headers of an answer (docs: topics/rate-limits). */
export interface RateState {
  headers: Record<string, string>;
  /** Seconds until it is worth asking again; null where there is room. */
  retryAfter: number | null;
  scope: 'user' | 'global';
}

interface Bucket {
  used: number;
  resetsAt: number;
}

/** Counts what was used of an allowance, in windows that start with their first use. */
export function createAllowances(now: () => number) {
  const buckets = new Map<string, Bucket>();
  return {
    /** Takes one; tells what is left and, in milliseconds, until when. */
    take(key: string, { count, perMs }: Allowance): { taken: boolean; left: number; resetsAt: number } {
      const at = now();
      const known = buckets.get(key);
      const bucket = known === undefined || known.resetsAt <= at ? { used: 0, resetsAt: at + perMs } : known;
      buckets.set(key, bucket);
      const taken = bucket.used < count;
      if (taken) bucket.used += 1;
      return { taken, left: count - bucket.used, resetsAt: bucket.resetsAt };
    },
  };
}

export type Allowances = ReturnType<typeof createAllowances>;

/** What of a path has limits of its own: the channel, the server, the webhook with its token. */
const majorParameters = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token'];

/** Routes other than those of messages are let twice as often. */
const otherRoutes = 2;

/** Counts a request against its limits. Interactions are outside the global one. */
export function countRequest(
  allowances: Allowances,
  operation: Operation,
  params: Readonly<Record<string, string>>,
  limits: { global: Allowance; route: Allowance | null },
  now: number,
): RateState {
  if (operation.open !== true) {
    const all = allowances.take('global', limits.global);
    if (!all.taken) {
      const retryAfter = (all.resetsAt - now) / 1000;
      const headers = { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' };
      return { headers, retryAfter, scope: 'global' };
    }
  }
  if (limits.route === null || operation.path.endsWith('/callback')) {
    return { headers: {}, retryAfter: null, scope: 'user' };
  }
  const count = operation.path.includes('/messages') ? limits.route.count : limits.route.count * otherRoutes;
  const route = `${operation.method} ${operation.path}`;
  const major = majorParameters.map((name) => params[name] ?? '').join(' ');
  const state = allowances.take(`${route} ${major}`, { count, perMs: limits.route.perMs });
  const resetAfter = Math.max(0, state.resetsAt - now) / 1000;
  const headers = {
    'x-ratelimit-limit': String(count),
    'x-ratelimit-remaining': String(state.left),
    'x-ratelimit-reset': (state.resetsAt / 1000).toFixed(3),
    'x-ratelimit-reset-after': resetAfter.toFixed(3),
    'x-ratelimit-bucket': createHash('sha1').update(route).digest('hex'),
  };
  if (state.taken) return { headers, retryAfter: null, scope: 'user' };
  return { headers: { ...headers, 'x-ratelimit-scope': 'user' }, retryAfter: resetAfter, scope: 'user' };
}
