import type { HistoryEntry, PromptRequest, RequestState } from '../../requests/index.ts';
import { toText } from '../plain-text.ts';
import type { Records } from '../records.ts';
import { HISTORY_COLUMNS, type HistoryRow, toHistoryEntry } from './history-entry.ts';

const MERGED_INTO = {
  name: 'merged-into',
  text: `
select body from requests
where body #>> '{merged,into}' is not null and body #>> '{merged,into}' = $1 and ($2::text[] is null or state = any ($2::text[]))
order by asked_at, id limit $3`,
};

/** See `RequestStore.mergedInto`. */
export async function mergedInto(
  records: Records,
  requestId: string,
  { states = null, limit }: { states?: readonly RequestState[] | null; limit: number },
): Promise<PromptRequest[]> {
  const rows = await records.run<{ body: PromptRequest }>(MERGED_INTO, [toText(requestId), states, limit]);
  return rows.map(({ body }) => body);
}

const MERGED_COUNTS = {
  name: 'merged-counts',
  text: `
select (select count(*) from requests
  where body #>> '{merged,into}' is not null and body #>> '{merged,into}' = given.id)::int as found
from unnest($1::text[]) with ordinality as given(id, place) order by place`,
};

/** See `RequestStore.mergedCounts`. */
export async function mergedCounts(records: Records, requestIds: readonly string[]): Promise<number[]> {
  if (requestIds.length === 0) return [];
  const rows = await records.run<{ found: number }>(MERGED_COUNTS, [requestIds.map(toText)]);
  return rows.map(({ found }) => found);
}

const MERGE_HISTORY = {
  name: 'merge-history',
  text: `
select ${HISTORY_COLUMNS} from history
where event ->> 'into' is not null and event ->> 'into' = $1
order by tx desc, seq desc limit 100`,
};

/** See `RequestStore.mergeHistory`. */
export async function mergeHistory(records: Records, requestId: string): Promise<HistoryEntry[]> {
  const rows = await records.run<HistoryRow>(MERGE_HISTORY, [toText(requestId)]);
  return rows.map(toHistoryEntry).toReversed();
}
