import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { CuratorStore } from '../moderation/curation/curator-store.ts';
import type { Records } from './records.ts';
import { curators, sessions, signIns } from './schema.ts';

export function createCuratorStore({ drizzle }: Records): CuratorStore {
  const find = async (name: string) =>
    (await drizzle.select().from(curators).where(eq(curators.name, name)))[0] ?? null;
  return {
    async keep(curator) {
      await drizzle.insert(curators).values(curator).onConflictDoNothing();
      return (await find(curator.name)) ?? curator;
    },
    find,
    list: async () => drizzle.select().from(curators).orderBy(asc(curators.name)),
    async setRole(name, role) {
      return (await drizzle.update(curators).set({ role }).where(eq(curators.name, name)).returning()).length > 0;
    },
    async remove(name) {
      // First what says who may: with it gone, no session of theirs is found any more.
      const removed = await drizzle.delete(curators).where(eq(curators.name, name)).returning();
      await drizzle.delete(sessions).where(eq(sessions.curator, name));
      await drizzle.delete(signIns).where(eq(signIns.curator, name));
      return removed.length > 0;
    },
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
        .select({ curator: curators })
        .from(sessions)
        .innerJoin(curators, eq(curators.name, sessions.curator))
        .where(and(eq(sessions.sessionHash, sessionHash), gt(sessions.expiresAt, now)));
      return found?.curator ?? null;
    },
    async sessions(now) {
      const { id, curator, startedAt, expiresAt } = sessions;
      return drizzle
        .select({ id, curator, startedAt, expiresAt })
        .from(sessions)
        .where(gt(expiresAt, now))
        .orderBy(asc(curator), asc(startedAt));
    },
    async endSession(sessionHash) {
      await drizzle.delete(sessions).where(eq(sessions.sessionHash, sessionHash));
    },
    async endSessionById(id, curator) {
      const whose = curator === null ? undefined : eq(sessions.curator, curator);
      return (
        (
          await drizzle
            .delete(sessions)
            .where(and(eq(sessions.id, id), whose))
            .returning()
        ).length > 0
      );
    },
  };
}
