import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashToken } from '../../moderation/curation/hash-token.ts';
import { type Clock, toInstant } from '../../requests/index.ts';

const SESSION_MS = 12 * 3_600_000;

/** Somebody is known by a cookie for twelve hours. We keep hashes of the sessions, never themselves. */
export interface CookieSessions<Who> {
  /** Who is signed in, or null. Asked at most once a request, and not at all without a cookie. */
  of(request: FastifyRequest): Promise<Who | null>;
  /** Lets in whom somebody has made sure of. A session that was open ends: nobody keeps an id from before they signed in. */
  open(request: FastifyRequest, reply: FastifyReply, who: Who): Promise<void>;
  signOut(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

/** Sessions by their hashes; times are ISO 8601. */
interface SessionRecords<Who> {
  add(hash: string, who: Who, until: string): Promise<void>;
  find(hash: string, now: string): Promise<Who | null>;
  end(hash: string): Promise<void>;
}

export function createCookieSessions<Who>(settings: {
  /** Of the cookie. */
  name: string;
  records: SessionRecords<Who>;
  clock: Clock;
  secure: boolean;
}): CookieSessions<Who> {
  const { name, records, clock, secure } = settings;
  const asked = new WeakMap<FastifyRequest, Promise<Who | null>>();
  const cookie = secure ? `__Host-${name}` : name;
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;

  async function end(request: FastifyRequest): Promise<void> {
    const session = request.cookies[cookie];
    if (session) await records.end(hashToken(session));
  }

  return {
    of(request) {
      const before = asked.get(request);
      if (before) return before;
      const session = request.cookies[cookie];
      const answer = session ? records.find(hashToken(session), toInstant(clock())) : Promise.resolve(null);
      asked.set(request, answer);
      return answer;
    },

    async open(request, reply, who) {
      await end(request);
      const session = randomBytes(32).toString('base64url');
      const until = new Date(clock().getTime() + SESSION_MS);
      await records.add(hashToken(session), who, toInstant(until));
      reply.setCookie(cookie, session, { ...attributes, maxAge: SESSION_MS / 1000 });
      asked.set(request, Promise.resolve(who));
    },

    async signOut(request, reply) {
      await end(request);
      asked.set(request, Promise.resolve(null));
      reply.clearCookie(cookie, attributes);
    },
  };
}
