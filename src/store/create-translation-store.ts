import { and, eq } from 'drizzle-orm';
import type { TranslationStore } from '../moderation/curation/translation-store.ts';
import { AFTER_CURSOR, endOf, FEED_BEGINNING, type FeedPlace, fromCursor, THIS_TRANSACTION, toCursor } from './feed.ts';
import type { News } from './news.ts';
import { toText } from './plain-text.ts';
import type { Records } from './records.ts';
import { translations } from './schema.ts';

/** One that is made anew is read anew. */
const KEEP = {
  name: 'keep-translation',
  text: `
insert into translations (request_id, locale, prompt_hash, text, tx) values ($1, $2, $3, $4, ${THIS_TRANSACTION})
on conflict (request_id, locale)
do update set prompt_hash = excluded.prompt_hash, text = excluded.text, tx = excluded.tx`,
};
const READ = {
  name: 'read-translations',
  text: `select tx, seq, request_id from translations where ${AFTER_CURSOR} order by tx, seq limit $3`,
};
const END = { name: 'end-of-translations', text: endOf('translations') };

export function createTranslationStore(records: Records, news: News): TranslationStore {
  const { requestId: request, locale, promptHash, text } = translations;
  return {
    async find(requestId, into) {
      const which = and(eq(request, toText(requestId)), eq(locale, into));
      const [found] = await records.drizzle.select({ promptHash, text }).from(translations).where(which);
      return found ?? null;
    },
    async keep(requestId, into, translation) {
      await records.run(KEEP, [toText(requestId), into, translation.promptHash, translation.text]);
      news.publish('translations');
    },
    async end() {
      const [last] = await records.run<FeedPlace>(END);
      return toCursor(last, FEED_BEGINNING);
    },
    async read(after, limit) {
      const rows = await records.run<FeedPlace & { request_id: string }>(READ, [...fromCursor(after), limit]);
      return { entries: rows.map((row) => ({ requestId: row.request_id })), cursor: toCursor(rows.at(-1), after) };
    },
    onNews: (callback) => news.on('translations', callback),
  };
}
