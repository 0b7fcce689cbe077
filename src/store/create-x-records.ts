import { eq, inArray, sql } from 'drizzle-orm';
import type { XRecords } from '../bots/x/x-records.ts';
import type { Records } from './records.ts';
import { xLikes, xSpending, xUploads } from './schema.ts';

export function createXRecords({ drizzle }: Records): XRecords {
  return {
    async addSpending(day, { kind, count, microDollars }) {
      await drizzle
        .insert(xSpending)
        .values({ day, kind, count, microDollars })
        .onConflictDoUpdate({
          target: [xSpending.day, xSpending.kind],
          set: {
            count: sql`${xSpending.count} + ${count}`,
            microDollars: sql`${xSpending.microDollars} + ${microDollars}`,
          },
        });
    },
    async spendingOn(day) {
      const rows = await drizzle.select().from(xSpending).where(eq(xSpending.day, day)).orderBy(xSpending.kind);
      return rows.map(({ kind, count, microDollars }) => ({ kind, count, microDollars }));
    },
    async keepUpload(key, upload) {
      const row = { key, ...upload };
      await drizzle.insert(xUploads).values(row).onConflictDoUpdate({ target: xUploads.key, set: row });
    },
    async findUpload(key) {
      const [row] = await drizzle.select().from(xUploads).where(eq(xUploads.key, key));
      return row ? { mediaId: row.mediaId, sha256: row.sha256, until: row.until } : null;
    },
    async keepLikes(likes) {
      if (likes.length === 0) return;
      await drizzle
        .insert(xLikes)
        .values([...likes])
        .onConflictDoUpdate({
          target: xLikes.postId,
          set: { likes: sql`excluded.likes`, readAt: sql`excluded.read_at` },
        });
    },
    async likesOf(postIds) {
      if (postIds.length === 0) return new Map();
      const rows = await drizzle
        .select()
        .from(xLikes)
        .where(inArray(xLikes.postId, [...postIds]));
      return new Map(rows.map(({ postId, likes }) => [postId, likes]));
    },
  };
}
