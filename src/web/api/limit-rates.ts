import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './refuse.ts';
import type { Visitors } from './visitors.ts';

/** How often a minute. Several people may share an address; a visitor may throw the cookie away. So both are counted. */
export interface Rate {
  visitor: number;
  address: number;
}

export interface RateLimits {
  read: Rate;
  write: Rate;
  post: Rate;
  signIn: Rate;
}

export const DEFAULT_RATE_LIMITS: RateLimits = {
  read: { visitor: 600, address: 3000 },
  write: { visitor: 30, address: 150 },
  post: { visitor: 10, address: 50 },
  signIn: { visitor: 10, address: 10 },
};

/** Each sets something large in motion. */
const COSTLY = new Set([
  ...['/api/room/posts', '/api/verify'],
  ...['/api/sign-in/:platform', '/api/sign-in/:platform/finish'],
]);

const MINUTE_MS = 60_000;
/** Visitors and addresses remembered at a time, per limit. */
const REMEMBERED = 20_000;
const NOBODY = '';

/** Curators decide hundreds in minutes: their writes at the desk are counted as reads. */
function kindsOf(request: FastifyRequest): (keyof RateLimits)[] {
  const { url } = request.routeOptions;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (url === undefined) return request.url.startsWith('/api') ? ['read'] : [];
  if (url === '/*' || url === '/api/health' || url.startsWith('/api/docs')) return [];
  if (reads || url === '/api/desk/requests/:id' || url === '/api/clips/:id/view') return ['read'];
  // Signing out is never what somebody guesses with.
  if (url === '/api/desk/session' && request.method === 'POST') return ['signIn'];
  if (url === '/api/mine/:platform/joined' && request.method === 'POST') return ['signIn'];
  return COSTLY.has(url) ? ['write', 'post'] : ['write'];
}

export async function limitRates(
  app: FastifyInstance,
  { visitors, limits = {} }: { visitors: Visitors; limits: Partial<RateLimits> | undefined },
): Promise<void> {
  await app.register(rateLimit, { global: false, cache: REMEMBERED });
  const rates = { ...DEFAULT_RATE_LIMITS, ...limits };

  const counters = (kind: keyof RateLimits) => {
    const shared = { timeWindow: MINUTE_MS, cache: REMEMBERED };
    const byVisitor = app.createRateLimit({
      ...shared,
      max: rates[kind].visitor,
      keyGenerator: (request) => visitors.known(request)?.id ?? NOBODY,
      allowList: (_request, key) => key === NOBODY,
    });
    // Without a key of its own the plugin counts by address, a whole IPv6 network as one.
    return [byVisitor, app.createRateLimit({ ...shared, max: rates[kind].address })];
  };
  const counted = {
    read: counters('read'),
    write: counters('write'),
    post: counters('post'),
    signIn: counters('signIn'),
  };

  app.addHook('onRequest', async (request, reply) => {
    for (const count of kindsOf(request).flatMap((kind) => counted[kind])) {
      const answer = await count(request);
      if (answer.isAllowed || !answer.isExceeded) continue;
      reply.header('retry-after', answer.ttlInSeconds);
      return refuse(reply, 'too-many', { limit: answer.ttlInSeconds });
    }
  });
}
