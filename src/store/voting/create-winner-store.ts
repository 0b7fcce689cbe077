import { inArray } from 'drizzle-orm';
import type { FoundWinners, WinnerStore } from '../../voting/winner-store.ts';
import type { Records } from '../records.ts';
import { callWinners } from '../schema.ts';

const KEEP = {
  name: 'keep-winners',
  text: `
insert into call_winners (call_id, closed_at, found_at, by, winners)
values ($1, $2::timestamptz, $3::timestamptz, $4, $5::jsonb)
on conflict (call_id) do update set (closed_at, found_at, by, winners) =
  (excluded.closed_at, excluded.found_at, excluded.by, excluded.winners)
where call_winners.closed_at <> excluded.closed_at returning 1`,
};

export function createWinnerStore({ drizzle, run }: Records): WinnerStore {
  return {
    async of(callIds): Promise<FoundWinners[]> {
      if (callIds.length === 0) return [];
      return drizzle
        .select()
        .from(callWinners)
        .where(inArray(callWinners.callId, [...callIds]));
    },
    async keep({ callId, closedAt, foundAt, by, winners }) {
      const rows = await run(KEEP, [callId, closedAt, foundAt, by, JSON.stringify(winners)]);
      return rows.length > 0 ? 'kept' : 'already';
    },
  };
}
