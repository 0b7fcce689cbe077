import { asc, eq } from 'drizzle-orm';
import type { CallStore } from '../calls/call-store.ts';
import { remember } from '../requests/index.ts';
import type { News } from './news.ts';
import type { Records } from './records.ts';
import { calls } from './schema.ts';

export function createCallStore({ drizzle }: Records, news: News): CallStore {
  /** Asked with each post, so kept until one was changed. */
  const all = remember(async () => {
    const rows = await drizzle.select({ body: calls.body }).from(calls).orderBy(asc(calls.opensAt), asc(calls.id));
    return rows.map(({ body }) => body);
  });
  news.on('house', all.forget);
  return {
    async find(id) {
      const [row] = await drizzle.select({ body: calls.body }).from(calls).where(eq(calls.id, id));
      return row?.body ?? null;
    },
    async save(call) {
      const row = { id: call.id, body: call, opensAt: call.opensAt };
      await drizzle.insert(calls).values(row).onConflictDoUpdate({ target: calls.id, set: row });
      all.forget();
      news.publish('house');
    },
    list: all.get,
    onNews: (callback) => news.on('house', callback),
  };
}
