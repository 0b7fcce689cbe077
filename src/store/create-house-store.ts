import { eq, sql } from 'drizzle-orm';
import { type HouseRules, type HouseStore, NO_HOUSE_RULES } from '../calls/house-rules.ts';
import type { News } from './news.ts';
import type { Records } from './records.ts';
import { settings } from './schema.ts';

const NAME = 'house-rules';

export function createHouseStore({ drizzle }: Records, news: News): HouseStore {
  let known: Promise<HouseRules> | null = null;
  news.on('house', () => {
    known = null;
  });
  async function find(): Promise<HouseRules> {
    const [row] = await drizzle.select().from(settings).where(eq(settings.name, NAME));
    return row ? read(row.value) : NO_HOUSE_RULES;
  }
  return {
    /** Asked with each mention and each pick, so kept until they were changed. */
    load() {
      const loading = known ?? find();
      loading.catch(() => {
        known = null;
      });
      known = loading;
      return loading;
    },
    async change(rules) {
      const changed = JSON.stringify(rules);
      const [row] = await drizzle
        .insert(settings)
        .values({ name: NAME, value: JSON.stringify({ ...NO_HOUSE_RULES, ...rules }) })
        .onConflictDoUpdate({
          target: settings.name,
          set: { value: sql`(${settings.value}::jsonb || ${changed}::jsonb)::text` },
        })
        .returning();
      known = null;
      news.publish('house');
      return row ? read(row.value) : NO_HOUSE_RULES;
    },
    onNews: (callback) => news.on('house', callback),
  };
}

/** Written by an earlier version, they may lack what came later. */
function read(value: string): HouseRules {
  return { ...NO_HOUSE_RULES, ...(JSON.parse(value) as Partial<HouseRules>) };
}
