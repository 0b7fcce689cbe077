import { eq, sql } from 'drizzle-orm';
import { type HouseRules, type HouseStore, NO_HOUSE_RULES } from '../calls/house-rules.ts';
import { remember } from '../requests/index.ts';
import type { News } from './news.ts';
import type { Records } from './records.ts';
import { settings } from './schema.ts';

const NAME = 'house-rules';

export function createHouseStore({ drizzle }: Records, news: News): HouseStore {
  /** Asked with each mention and each pick, so kept until they were changed. */
  const kept = remember(async () => {
    const [row] = await drizzle.select().from(settings).where(eq(settings.name, NAME));
    return row ? read(row.value) : NO_HOUSE_RULES;
  });
  news.on('house', kept.forget);
  return {
    load: kept.get,
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
      kept.forget();
      news.publish('house');
      return row ? read(row.value) : NO_HOUSE_RULES;
    },
  };
}

/** Written by an earlier version, they may lack what came later. */
function read(value: string): HouseRules {
  return { ...NO_HOUSE_RULES, ...(JSON.parse(value) as Partial<HouseRules>) };
}
