import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { AnsweredCase, SeededCaseStore } from '../../moderation/account/seeded-case-store.ts';
import type { Records } from '../records.ts';
import { seededCases } from '../schema.ts';
import { WENT_OUT_BY_CURATOR } from './figure-statements.ts';

const STANDING = {
  name: 'seeded-standing',
  text: `select (select count(*)::int from seeded_cases where curator is null
        and exists (select from requests where requests.id = request_id and state = 'in-review')) as open,
      (select count(*)::int from history
        where history.at > (select coalesce(max(placed_at), '-infinity') from seeded_cases)
          and ${WENT_OUT_BY_CURATOR}) as "decidedSince",
      (select coalesce(jsonb_object_agg(case_id, times), '{}') from (
        select case_id, count(*) as times from seeded_cases group by case_id) as counted) as placed`,
};

export function createSeededCaseStore({ drizzle, run }: Records): SeededCaseStore {
  const ofCurator = (curator: string) => and(eq(seededCases.curator, curator), eq(seededCases.told, false));
  return {
    async place(placed) {
      await drizzle.insert(seededCases).values(placed);
    },
    async answer({ requestId, curator, given, correct, answeredAt }) {
      const answered = await drizzle
        .update(seededCases)
        .set({ curator, given, correct, answeredAt })
        .where(and(eq(seededCases.requestId, requestId), isNull(seededCases.curator)))
        .returning();
      return answered.length > 0;
    },
    async find(requestId) {
      const [row] = await drizzle.select().from(seededCases).where(eq(seededCases.requestId, requestId));
      return row ? { requestId, caseId: row.caseId, right: row.right, placedAt: row.placedAt } : null;
    },
    async standing() {
      const [row] = await run<{ open: number; decidedSince: number; placed: Record<string, number> }>(STANDING);
      const { open = 0, decidedSince = 0, placed = {} } = row ?? {};
      return { open, decidedSince, placed: new Map(Object.entries(placed)) };
    },
    async untold(curator) {
      const rows = await drizzle
        .select()
        .from(seededCases)
        .where(ofCurator(curator))
        .orderBy(asc(seededCases.answeredAt));
      return rows.map(
        ({ requestId, caseId, given, correct, answeredAt }) =>
          ({ requestId, caseId, given, correct, answeredAt }) as AnsweredCase,
      );
    },
    async told(curator, requestIds) {
      await drizzle
        .update(seededCases)
        .set({ told: true })
        .where(and(ofCurator(curator), inArray(seededCases.requestId, [...requestIds])));
    },
  };
}
