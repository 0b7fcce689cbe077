import type { HistoryFeed } from '../../requests/index.ts';
import { AFTER_CURSOR, endOf, FEED_BEGINNING, type FeedPlace, fromCursor, toCursor } from '../feed.ts';
import type { News } from '../news.ts';
import type { Records } from '../records.ts';
import { HISTORY_COLUMNS, type HistoryRow, toHistoryEntry } from './history-entry.ts';

const READ = {
  name: 'read-history',
  text: `select tx, seq, ${HISTORY_COLUMNS} from history where ${AFTER_CURSOR} order by tx, seq limit $3`,
};
const END = { name: 'end-of-history', text: endOf('history') };

export function createHistoryFeed(records: Records, news: News): HistoryFeed {
  return {
    beginning: FEED_BEGINNING,
    async end() {
      const [last] = await records.run<FeedPlace>(END);
      return toCursor(last, FEED_BEGINNING);
    },
    async read(after, limit) {
      const rows = await records.run<HistoryRow & FeedPlace>(READ, [...fromCursor(after), limit]);
      return { entries: rows.map(toHistoryEntry), cursor: toCursor(rows.at(-1), after) };
    },
    onNews: (callback) => news.on('history', callback),
  };
}
