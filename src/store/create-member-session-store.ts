import { and, eq, gt, lte } from 'drizzle-orm';
import type { MemberSessionStore } from '../bots/member-session-store.ts';
import { memberKey } from '../requests/index.ts';
import type { Records } from './records.ts';
import { memberSessions } from './schema.ts';

export function createMemberSessionStore({ drizzle }: Records): MemberSessionStore {
  const { sessionHash: hash, member, expiresAt: until } = memberSessions;
  return {
    async add(sessionHash, who, expiresAt) {
      await drizzle.insert(memberSessions).values({ sessionHash, member: who, memberKey: memberKey(who), expiresAt });
    },
    async find(sessionHash, now) {
      const [found] = await drizzle
        .select({ member })
        .from(memberSessions)
        .where(and(eq(hash, sessionHash), gt(until, now)));
      if (!found) await drizzle.delete(memberSessions).where(lte(until, now));
      return found?.member ?? null;
    },
    async end(sessionHash) {
      await drizzle.delete(memberSessions).where(eq(hash, sessionHash));
    },
  };
}
