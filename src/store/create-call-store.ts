import { asc, eq } from 'drizzle-orm';
import type { Call } from '../calls/call.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { News } from './news.ts';
import type { Records } from './records.ts';
import { calls } from './schema.ts';

export function createCallStore({ drizzle }: Records, news: News): CallStore {
  let known: Promise<Call[]> | null = null;
  news.on('house', () => {
    known = null;
  });
  async function readAll(): Promise<Call[]> {
    const rows = await drizzle.select({ body: calls.body }).from(calls).orderBy(asc(calls.opensAt), asc(calls.id));
    return rows.map(({ body }) => body);
  }
  return {
    async find(id) {
      const [row] = await drizzle.select({ body: calls.body }).from(calls).where(eq(calls.id, id));
      return row?.body ?? null;
    },
    async save(call) {
      const row = { id: call.id, body: call, opensAt: call.opensAt };
      await drizzle.insert(calls).values(row).onConflictDoUpdate({ target: calls.id, set: row });
      known = null;
      news.publish('house');
    },
    /** Asked with each post, so kept until one was changed. */
    list() {
      const listing = known ?? readAll();
      listing.catch(() => {
        known = null;
      });
      known = listing;
      return listing;
    },
    onNews: (callback) => news.on('house', callback),
  };
}
