import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Member } from '../requests/index.ts';
import { instant } from './instant-column.ts';

/** Accounts (their `memberKey`) that their owner joined; of each person there are two or more. */
export const joinedAccounts = pgTable(
  'joined_accounts',
  {
    account: text().primaryKey(),
    person: text().notNull(),
    member: jsonb().$type<Member>().notNull(),
    joinedAt: instant().notNull(),
  },
  (table) => [index('joined_accounts_of').on(table.person)],
);

/** Codes by which another account may be joined to one, as SHA-256 only. */
export const joinCodes = pgTable('join_codes', {
  account: text().primaryKey(),
  codeHash: text().notNull().unique('join_codes_hash'),
  member: jsonb().$type<Member>().notNull(),
  onlyFor: text(),
  until: instant().notNull(),
});

/** How often accounts tried to join, since when. */
export const joinTries = pgTable('join_tries', {
  account: text().primaryKey(),
  tries: integer().notNull(),
  since: instant().notNull(),
});
