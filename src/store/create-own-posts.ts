import { and, eq } from 'drizzle-orm';
import type { OwnPost, OwnPosts } from '../bots/own-posts.ts';
import type { Records } from './records.ts';
import { ownPosts } from './schema.ts';

export function createOwnPosts({ drizzle }: Records): OwnPosts {
  async function find(key: string): Promise<OwnPost | null> {
    const [row] = await drizzle.select().from(ownPosts).where(eq(ownPosts.key, key));
    return row ? toOwnPost(row) : null;
  }
  return {
    async intend(post) {
      const made = await drizzle.insert(ownPosts).values(post).onConflictDoNothing().returning();
      if (made[0]) return { fresh: true, post: toOwnPost(made[0]) };
      const known = await find(post.key);
      if (!known) throw new Error(`The post ${post.key} is neither new nor known`);
      return { fresh: false, post: known };
    },
    async posted(key, ref) {
      await drizzle.update(ownPosts).set({ channel: ref.channel, postId: ref.id }).where(eq(ownPosts.key, key));
    },
    async showed(key, shown) {
      await drizzle.update(ownPosts).set({ shown }).where(eq(ownPosts.key, key));
    },
    async forget(key) {
      await drizzle.delete(ownPosts).where(eq(ownPosts.key, key));
    },
    find,
    async about(requestId) {
      const rows = await drizzle.select().from(ownPosts).where(eq(ownPosts.requestId, requestId));
      return rows.map(toOwnPost);
    },
    async findByRef({ platform, id }) {
      const [row] = await drizzle
        .select()
        .from(ownPosts)
        .where(and(eq(ownPosts.platform, platform), eq(ownPosts.postId, id)));
      return row ? toOwnPost(row) : null;
    },
  };
}

function toOwnPost({ channel, postId, ...row }: typeof ownPosts.$inferSelect): OwnPost {
  const posted = channel !== null && postId !== null;
  return { ...row, ref: posted ? { platform: row.platform, channel, id: postId } : null };
}
