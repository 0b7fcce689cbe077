import type { HistoryRecordStore } from '../../moderation/account/history-record-store.ts';
import { AFTER_CURSOR, FEED_BEGINNING, type FeedPlace, fromCursor, toCursor } from '../feed.ts';
import type { Records } from '../records.ts';
import { HISTORY_COLUMNS, type HistoryRow, toHistoryEntry } from '../requests/history-entry.ts';
import { BY_CURATOR } from './figure-statements.ts';

/** Requests are looked up one by one: joined, a table of a million might be read whole for each page. */
const PAGE = {
  name: 'page-of-history',
  text: `
  select entry.*, asked.call_id as "callId", asked.platform
  from (
    select tx, seq, ${HISTORY_COLUMNS} from history
    where ${AFTER_CURSOR} and ($4::timestamptz is null or at >= $4) and (not $5::boolean
      or ${BY_CURATOR}
      or (event ->> 'kind' in ('prompt-screened', 'clip-screened') and to_state in ('refused', 'blocked')))
    order by tx, seq limit $3) as entry
  left join lateral (select call_id, platform from requests where id = entry.request_id) as asked on true
  order by entry.tx, entry.seq`,
};

type RecordRow = HistoryRow & FeedPlace & { callId: string | null; platform: string | null };

export function createHistoryRecordStore({ run }: Records): HistoryRecordStore {
  return {
    beginning: FEED_BEGINNING,
    async page({ from, decisionsOnly }, after, limit) {
      const rows = await run<RecordRow>(PAGE, [...fromCursor(after), limit, from, decisionsOnly]);
      return rows.map((row) => ({
        ...{ entry: toHistoryEntry(row), place: toCursor(row, after) },
        ...{ callId: row.callId, platform: row.platform },
      }));
    },
  };
}
