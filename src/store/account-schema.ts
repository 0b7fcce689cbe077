import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './instant-column.ts';

/** Can only be added to, as the history that they seal. */
export const historySeals = pgTable('history_seals', {
  number: integer().primaryKey(),
  at: instant().notNull(),
  upTo: text().notNull(),
  digests: text().array().notNull(),
  hash: text().notNull(),
});
