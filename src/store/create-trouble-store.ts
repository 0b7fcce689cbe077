import { and, asc, eq } from 'drizzle-orm';
import type { Trouble, TroubleRef, TroubleStore } from '../bots/troubles.ts';
import type { News } from './news.ts';
import type { Records } from './records.ts';
import { troubles } from './schema.ts';

export function createTroubleStore({ drizzle }: Records, news: News): TroubleStore {
  const is = ({ platform, kind, place }: TroubleRef) =>
    and(eq(troubles.platform, platform), eq(troubles.kind, kind), eq(troubles.place, place));
  return {
    async begin(trouble) {
      const made = await drizzle
        .insert(troubles)
        .values({ ...trouble, told: false })
        .onConflictDoNothing()
        .returning();
      if (made.length > 0) news.publish('troubles');
      const [known] = made.length > 0 ? made : await drizzle.select().from(troubles).where(is(trouble));
      // Over in this very moment: it is told of by whoever meets it next.
      return { fresh: made.length > 0, trouble: known ?? { ...trouble, told: true } };
    },
    async told(trouble) {
      await drizzle.update(troubles).set({ told: true }).where(is(trouble));
      news.publish('troubles');
    },
    async end(trouble) {
      await drizzle.delete(troubles).where(is(trouble));
      news.publish('troubles');
    },
    async list(): Promise<Trouble[]> {
      return drizzle.select().from(troubles).orderBy(asc(troubles.since), asc(troubles.kind), asc(troubles.place));
    },
    onNews: (callback) => news.on('troubles', callback),
  };
}
