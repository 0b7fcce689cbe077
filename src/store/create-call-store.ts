import { asc, eq, sql } from 'drizzle-orm';
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
      const { version = 0 } = call;
      const body = { ...call, version: version + 1 };
      const row = { id: call.id, body, opensAt: call.opensAt };
      const isAsRead = sql`coalesce((${calls.body} ->> 'version')::integer, 0) = ${version}`;
      const saved = await drizzle
        .insert(calls)
        .values(row)
        .onConflictDoUpdate({ target: calls.id, set: row, setWhere: isAsRead })
        .returning({ id: calls.id });
      all.forget();
      if (saved.length === 0) return null;
      news.publish('house');
      return body;
    },
    list: all.get,
    onNews: (callback) => news.on('house', callback),
  };
}
