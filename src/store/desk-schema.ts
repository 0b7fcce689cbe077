import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AuditEvent } from '../moderation/curation/audit-store.ts';
import type { Care } from '../moderation/curation/care-store.ts';
import type { DeskDecision } from '../moderation/curation/review-desk.ts';
import type { CuratorRole, Locale, Member } from '../requests/index.ts';
import { feedPosition } from './feed-position.ts';
import { instant } from './instant-column.ts';

export const claims = pgTable('claims', {
  requestId: text().primaryKey(),
  curator: text().notNull(),
  until: instant().notNull(),
});

/** Decisions that have not taken effect yet. */
export const decisions = pgTable(
  'decisions',
  {
    requestId: text().primaryKey(),
    version: integer().notNull(),
    curator: text().notNull(),
    decision: jsonb().$type<DeskDecision>().notNull(),
    madeAt: instant().notNull(),
    effectAt: instant().notNull(),
    /** Being brought into effect: nobody takes it back any more. */
    leasedUntil: instant(),
  },
  (table) => [index('decisions_due').on(table.effectAt, table.requestId)],
);

export const signIns = pgTable('sign_ins', {
  tokenHash: text().primaryKey(),
  curator: text().notNull(),
  expiresAt: instant().notNull(),
});

export const sessions = pgTable('sessions', {
  sessionHash: text().primaryKey(),
  /** Names it to people, and opens nothing. */
  id: text().notNull().unique('sessions_id').default(sql`gen_random_uuid()::text`),
  curator: text().notNull(),
  startedAt: instant().notNull().default(sql`now()`),
  expiresAt: instant().notNull(),
});

/** Who came in at the desk, and who may; it can only be added to. */
export const deskAudit = pgTable('desk_audit', {
  number: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant().notNull(),
  actor: text(),
  event: jsonb().$type<AuditEvent>().notNull(),
});

/** Curators who come in by an account at a platform, by its `memberKey`. What they may do is what they may there. */
export const curatorAccounts = pgTable('curator_accounts', {
  account: text().primaryKey(),
  curator: text().notNull().unique('curator_accounts_curator'),
});

/** Members who look at what is kept of them, signed in by their account at a platform. */
export const memberSessions = pgTable(
  'member_sessions',
  {
    sessionHash: text().primaryKey(),
    member: jsonb().$type<Member>().notNull(),
    /** Their `memberKey`. */
    memberKey: text().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index('member_sessions_by_member').on(table.memberKey)],
);

/** What curators often tell those whom they decline, in both languages; of nobody: everybody's at the desk. */
export const declineSentences = pgTable('decline_sentences', {
  id: text().primaryKey(),
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  owner: text(),
  reason: text().notNull(),
  words: jsonb().$type<Record<Locale, string>>().notNull(),
});

/** What models made of prompts for curators who read another language; see `KeptTranslation`. */
export const translations = pgTable(
  'translations',
  {
    ...feedPosition(),
    requestId: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    promptHash: text().notNull(),
    text: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.locale] }),
    index('translations_feed').on(table.tx, table.seq),
  ],
);

/** How each curator wants to be shown what is grave. */
export const curatorCare = pgTable('curator_care', {
  curator: text().primaryKey(),
  care: jsonb().$type<Care>().notNull(),
});

/** Who may come in at the desk, and as what. */
export const curators = pgTable('curators', {
  name: text().primaryKey(),
  role: text().$type<CuratorRole>().notNull(),
  invitedBy: text(),
  since: instant().notNull(),
});
