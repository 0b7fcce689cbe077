import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DuelAnswer } from '../voting/duel-store.ts';
import { instant } from './instant-column.ts';

/** One row per voter and pair: a second answer has nowhere to go. */
export const duels = pgTable(
  'duels',
  {
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    callId: text().notNull(),
    first: text().notNull(),
    second: text().notNull(),
    voter: text().notNull(),
    answer: text().$type<DuelAnswer>().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.voter, table.first, table.second] }),
    index('duels_of_call').on(table.callId, table.first, table.second),
    index('duels_of_first').on(table.first),
    index('duels_of_second').on(table.second),
  ],
);
