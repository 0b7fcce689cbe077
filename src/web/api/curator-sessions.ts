import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Curator, CuratorStore } from '../../moderation/curation/curator-store.ts';
import { hashToken } from '../../moderation/curation/hash-token.ts';
import { type Clock, toInstant } from '../../requests/index.ts';
import { type CookieSessions, createCookieSessions } from './cookie-sessions.ts';

/** Curators also sign in with a token that works once, of which we keep the hash. */
export interface CuratorSessions extends CookieSessions<Curator> {
  /** Uses up the token. */
  signIn(request: FastifyRequest, reply: FastifyReply, token: string): Promise<Curator | null>;
}

export function createCuratorSessions(dependencies: {
  curators: CuratorStore;
  clock: Clock;
  secure: boolean;
}): CuratorSessions {
  const { curators, clock, secure } = dependencies;
  const sessions = createCookieSessions<Curator>({
    name: 'open-call-desk',
    records: {
      add: (hash, { name }, until) => curators.addSession(hash, name, until),
      find: (hash, now) => curators.findSession(hash, now),
      end: (hash) => curators.endSession(hash),
    },
    ...{ clock, secure },
  });
  return {
    ...sessions,
    async signIn(request, reply, token) {
      const name = await curators.redeemSignIn(hashToken(token), toInstant(clock()));
      const curator = name === null ? null : await curators.find(name);
      if (curator !== null) await sessions.open(request, reply, curator);
      return curator;
    },
  };
}
