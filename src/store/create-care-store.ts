import { eq } from 'drizzle-orm';
import { type CareStore, USUAL_CARE } from '../moderation/curation/care-store.ts';
import type { Records } from './records.ts';
import { curatorCare } from './schema.ts';

export function createCareStore({ drizzle }: Records): CareStore {
  return {
    async load(curator) {
      const [chosen] = await drizzle.select().from(curatorCare).where(eq(curatorCare.curator, curator));
      return chosen?.care ?? USUAL_CARE;
    },
    async save(curator, care) {
      const { curator: target } = curatorCare;
      await drizzle.insert(curatorCare).values({ curator, care }).onConflictDoUpdate({ target, set: { care } });
    },
  };
}
