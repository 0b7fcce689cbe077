import { asc, desc, gt } from 'drizzle-orm';
import type { Seal, SealStore } from '../../moderation/account/seal-store.ts';
import { FORGOTTEN } from '../../requests/index.ts';
import { AFTER_CURSOR, FEED_BEGINNING, type FeedPlace, fromCursor, toCursor } from '../feed.ts';
import type { Records } from '../records.ts';
import { HISTORY_COLUMNS, type HistoryRow, toHistoryEntry } from '../requests/history-entry.ts';
import { historySeals } from '../schema.ts';

/** Requests are looked up one by one; the salt and the words of an entry are of one moment, since it is one statement. */
const entriesWhere = (condition: string) => `
  select entry.*, coalesce(asked.salt::text, '') as salt, coalesce(asked.forgotten, false) as forgotten
  from (select tx, seq, ${HISTORY_COLUMNS} from history where ${condition} order by tx, seq limit $3) as entry
  left join lateral (
    select salt, requester like '${FORGOTTEN}:%' as forgotten from requests where id = entry.request_id) as asked on true
  order by entry.tx, entry.seq`;
const ENTRIES = { name: 'entries-to-seal', text: entriesWhere(AFTER_CURSOR) };
const ENTRIES_UP_TO = {
  name: 'sealed-entries',
  text: entriesWhere(`${AFTER_CURSOR} and (tx, seq) <= ($4::bigint, $5::bigint)`),
};

type EntryRow = HistoryRow & FeedPlace & { salt: string; forgotten: boolean };

export function createSealStore({ drizzle, run }: Records): SealStore {
  return {
    beginning: FEED_BEGINNING,
    async last() {
      const [row] = await drizzle.select().from(historySeals).orderBy(desc(historySeals.number)).limit(1);
      return row ? toSeal(row) : null;
    },
    async list(after, limit) {
      const rows = await drizzle
        .select()
        .from(historySeals)
        .where(gt(historySeals.number, after))
        .orderBy(asc(historySeals.number))
        .limit(limit);
      return rows.map(toSeal);
    },
    async add(seal) {
      const added = await drizzle.insert(historySeals).values(seal).onConflictDoNothing().returning();
      return added.length > 0;
    },
    async entries(after, limit, upTo) {
      const values = [...fromCursor(after), limit];
      const rows = await (upTo === undefined
        ? run<EntryRow>(ENTRIES, values)
        : run<EntryRow>(ENTRIES_UP_TO, [...values, ...fromCursor(upTo)]));
      return rows.map((row) => ({
        entry: toHistoryEntry(row),
        place: toCursor(row, after),
        salt: row.salt,
        forgotten: row.forgotten,
      }));
    },
  };
}

function toSeal({ number, at, upTo, digests, hash }: Seal): Seal {
  return { number, at, upTo, digests, hash };
}
