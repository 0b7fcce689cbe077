import { and, eq, gt, lte } from 'drizzle-orm';
import type { CuratorStore } from '../moderation/curation/curator-store.ts';
import type { Records } from './records.ts';
import { sessions, signIns } from './schema.ts';

export function createCuratorStore({ drizzle }: Records): CuratorStore {
  return {
    async addSignIn(tokenHash, curator, expiresAt) {
      await drizzle.insert(signIns).values({ tokenHash, curator, expiresAt });
    },
    async redeemSignIn(tokenHash, now) {
      // Deleted as it is read: of two that bring the same token one finds it.
      const [used] = await drizzle.delete(signIns).where(eq(signIns.tokenHash, tokenHash)).returning();
      await drizzle.delete(signIns).where(lte(signIns.expiresAt, now));
      return used && used.expiresAt > now ? used.curator : null;
    },
    async addSession(sessionHash, curator, expiresAt) {
      await drizzle.insert(sessions).values({ sessionHash, curator, expiresAt });
    },
    async findSession(sessionHash, now) {
      const [found] = await drizzle
        .select()
        .from(sessions)
        .where(and(eq(sessions.sessionHash, sessionHash), gt(sessions.expiresAt, now)));
      return found?.curator ?? null;
    },
    async endSession(sessionHash) {
      await drizzle.delete(sessions).where(eq(sessions.sessionHash, sessionHash));
    },
  };
}
