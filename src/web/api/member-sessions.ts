import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MemberSessionStore } from '../../bots/member-session-store.ts';
import type { Clock, Member } from '../../requests/index.ts';
import { createCookieSessions } from './cookie-sessions.ts';

/** One may be signed in with an account on each platform at once. */
export interface MemberSessions {
  of(request: FastifyRequest): Promise<Member[]>;
  open(request: FastifyRequest, reply: FastifyReply, account: Member): Promise<void>;
  signOut(request: FastifyRequest, reply: FastifyReply, platform: string): Promise<void>;
}

export function createMemberSessions(settings: {
  /** Those with whose accounts one can sign in. */
  platforms: readonly string[];
  records: MemberSessionStore;
  clock: Clock;
  secure: boolean;
}): MemberSessions {
  const sessions = new Map(
    settings.platforms.map((platform) => {
      return [platform, createCookieSessions<Member>({ ...settings, name: `open-call-member-${platform}` })];
    }),
  );
  return {
    async of(request) {
      const found = await Promise.all([...sessions.values()].map((each) => each.of(request)));
      return found.filter((account) => account !== null);
    },
    async open(request, reply, account) {
      await sessions.get(account.platform)?.open(request, reply, account);
    },
    async signOut(request, reply, platform) {
      await sessions.get(platform)?.signOut(request, reply);
    },
  };
}
