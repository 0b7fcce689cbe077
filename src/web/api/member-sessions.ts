import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MemberSessionStore } from '../../bots/member-session-store.ts';
import { hashToken } from '../../moderation/curation/hash-token.ts';
import { type Clock, type Member, toInstant } from '../../requests/index.ts';

const SESSION_MS = 12 * 3_600_000;

/** Members of other platforms who look at what is kept of them here. We keep hashes of the sessions, never themselves. */
export interface MemberSessions {
  /** Who is signed in, or null. Asked at most once a request, and not at all without a cookie. */
  of(request: FastifyRequest): Promise<Member | null>;
  /** A session that was open ends: nobody keeps an id from before they signed in. */
  open(request: FastifyRequest, reply: FastifyReply, member: Member): Promise<void>;
  signOut(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

export function createMemberSessions(dependencies: {
  memberSessionStore: MemberSessionStore;
  clock: Clock;
  secure: boolean;
}): MemberSessions {
  const { memberSessionStore: store, clock, secure } = dependencies;
  const asked = new WeakMap<FastifyRequest, Promise<Member | null>>();
  const cookie = secure ? '__Host-open-call-member' : 'open-call-member';
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;

  async function end(request: FastifyRequest): Promise<void> {
    const session = request.cookies[cookie];
    if (session) await store.end(hashToken(session));
  }

  return {
    of(request) {
      const session = request.cookies[cookie];
      const answer =
        asked.get(request) ?? (session ? store.find(hashToken(session), toInstant(clock())) : Promise.resolve(null));
      asked.set(request, answer);
      return answer;
    },

    async open(request, reply, member) {
      await end(request);
      const session = randomBytes(32).toString('base64url');
      const until = new Date(clock().getTime() + SESSION_MS);
      await store.add(hashToken(session), member, toInstant(until));
      reply.setCookie(cookie, session, { ...attributes, maxAge: SESSION_MS / 1000 });
      asked.set(request, Promise.resolve(member));
    },

    async signOut(request, reply) {
      await end(request);
      asked.set(request, Promise.resolve(null));
      reply.clearCookie(cookie, attributes);
    },
  };
}
