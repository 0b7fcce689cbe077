import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Curator, CuratorStore } from '../../moderation/curation/curator-store.ts';
import { hashToken } from '../../moderation/curation/hash-token.ts';
import { type Clock, toInstant } from '../../requests/index.ts';

const SESSION_MS = 12 * 3_600_000;

/** Curators sign in with a one-time token and are known by a session cookie. We keep hashes of both, never themselves. */
export interface CuratorSessions {
  /** Who is signed in, or null. Asked at most once a request, and not at all without a cookie. */
  of(request: FastifyRequest): Promise<Curator | null>;
  /** Uses up the token. A session that was open ends: a signed-in curator never keeps an id from before. */
  signIn(request: FastifyRequest, reply: FastifyReply, token: string): Promise<Curator | null>;
  /** Lets in whom somebody else has made sure of. The same holds of sessions from before. */
  open(request: FastifyRequest, reply: FastifyReply, curator: Curator): Promise<void>;
  signOut(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

export function createCuratorSessions(dependencies: {
  curators: CuratorStore;
  clock: Clock;
  secure: boolean;
}): CuratorSessions {
  const { curators, clock, secure } = dependencies;
  const asked = new WeakMap<FastifyRequest, Promise<Curator | null>>();
  const cookie = secure ? '__Host-open-call-desk' : 'open-call-desk';
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;

  async function end(request: FastifyRequest): Promise<void> {
    const session = request.cookies[cookie];
    if (session) await curators.endSession(hashToken(session));
  }

  async function open(request: FastifyRequest, reply: FastifyReply, curator: Curator): Promise<void> {
    await end(request);
    const session = randomBytes(32).toString('base64url');
    const until = new Date(clock().getTime() + SESSION_MS);
    await curators.addSession(hashToken(session), curator.name, toInstant(until));
    reply.setCookie(cookie, session, { ...attributes, maxAge: SESSION_MS / 1000 });
    asked.set(request, Promise.resolve(curator));
  }

  return {
    open,

    of(request) {
      const before = asked.get(request);
      if (before) return before;
      const session = request.cookies[cookie];
      const answer = session ? curators.findSession(hashToken(session), toInstant(clock())) : Promise.resolve(null);
      asked.set(request, answer);
      return answer;
    },

    async signIn(request, reply, token) {
      const name = await curators.redeemSignIn(hashToken(token), toInstant(clock()));
      const curator = name === null ? null : await curators.find(name);
      if (curator !== null) await open(request, reply, curator);
      return curator;
    },

    async signOut(request, reply) {
      await end(request);
      asked.set(request, Promise.resolve(null));
      reply.clearCookie(cookie, attributes);
    },
  };
}
