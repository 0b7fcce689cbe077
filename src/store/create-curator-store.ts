import { and, asc, eq, gt, inArray, lte, ne, or } from 'drizzle-orm';
import type { CuratorStore } from '../moderation/curation/curator-store.ts';
import type { Records } from './records.ts';
import { curatorAccounts, curators, sessions, signIns } from './schema.ts';

export function createCuratorStore({ drizzle }: Records): CuratorStore {
  const find = async (name: string) =>
    (await drizzle.select().from(curators).where(eq(curators.name, name)))[0] ?? null;
  async function forget(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await drizzle.delete(sessions).where(inArray(sessions.curator, [...names]));
    await drizzle.delete(signIns).where(inArray(signIns.curator, [...names]));
    await drizzle.delete(curatorAccounts).where(inArray(curatorAccounts.curator, [...names]));
  }
  return {
    async keepAccount(account, { name, role, since }) {
      const { account: theirs, curator } = curatorAccounts;
      const others = await drizzle
        .select({ curator })
        .from(curatorAccounts)
        .where(or(and(eq(theirs, account), ne(curator, name)), and(ne(theirs, account), eq(curator, name))));
      const names = others.map((other) => other.curator);
      if (names.length > 0) await drizzle.delete(curators).where(inArray(curators.name, names));
      await forget(names);
      const kept = { name, role, invitedBy: null, since };
      await drizzle.insert(curators).values(kept).onConflictDoUpdate({ target: curators.name, set: { role } });
      await drizzle.insert(curatorAccounts).values({ account, curator: name }).onConflictDoNothing();
      return (await find(name)) ?? kept;
    },
    accounts: async () => drizzle.select().from(curatorAccounts).orderBy(asc(curatorAccounts.curator)),
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
      await forget([name]);
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
      if (!found) await drizzle.delete(sessions).where(lte(sessions.expiresAt, now));
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
      const [ended] = await drizzle
        .delete(sessions)
        .where(and(eq(sessions.id, id), whose))
        .returning();
      return ended?.curator ?? null;
    },
  };
}
