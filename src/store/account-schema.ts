import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { GivenAnswer, RightAnswer } from '../moderation/account/seeded-case-store.ts';
import { instant } from './instant-column.ts';

/** Can only be added to, as the history that they seal. */
export const historySeals = pgTable('history_seals', {
  number: integer().primaryKey(),
  at: instant().notNull(),
  upTo: text().notNull(),
  digests: text().array().notNull(),
  hash: text().notNull(),
});

/** Cases with a known answer that were placed among what waits, and what curators made of them. */
export const seededCases = pgTable(
  'seeded_cases',
  {
    requestId: text().primaryKey(),
    caseId: text().notNull(),
    right: text().$type<RightAnswer>().notNull(),
    placedAt: instant().notNull(),
    curator: text(),
    given: text().$type<GivenAnswer>(),
    correct: boolean(),
    answeredAt: instant(),
    told: boolean().notNull().default(false),
  },
  (table) => [index('seeded_cases_untold').on(table.curator).where(sql`not told and curator is not null`)],
);
