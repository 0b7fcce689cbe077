import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseStanding, Suspicion } from '../voting/case-store.ts';
import type { DuelAnswer } from '../voting/duel-store.ts';
import type { FoundWinners } from '../voting/winner-store.ts';
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
    index('duels_by_call').on(table.callId, table.seq),
    index('duels_of_first').on(table.first),
    index('duels_of_second').on(table.second),
  ],
);

/** What looked agreed upon, and what a curator made of it. */
export const voteCases = pgTable(
  'vote_cases',
  {
    id: text().primaryKey(),
    pattern: text().$type<Suspicion['pattern']>().notNull(),
    standing: text().$type<CaseStanding>().notNull(),
    targets: text().array().notNull(),
    foundAt: instant().notNull(),
  },
  (table) => [index('vote_cases_by_standing').on(table.standing, table.foundAt)],
);

/**
 * Votes that a case is about; they count where it was released. Apart from the votes, so that who takes theirs back and
 * casts it again is still held. `duel`: the target is the pair, see `pairKey`.
 */
export const heldVotes = pgTable(
  'held_votes',
  {
    kind: text().$type<'request' | 'clip' | 'duel'>().notNull(),
    targetId: text().notNull(),
    voter: text().notNull(),
    caseId: text().notNull(),
    standing: text().$type<CaseStanding>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.targetId, table.voter] }),
    index('held_votes_of_case').on(table.caseId),
    index('held_votes_by_voter').on(table.voter),
  ],
);

/** Who held, released or voided what, and why. Can only be added to: a trigger refuses everything else. */
export const voteCaseActs = pgTable(
  'vote_case_acts',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: text().notNull(),
    at: instant().notNull(),
    act: text().$type<CaseStanding>().notNull(),
    /** Null: it was found. */
    curator: text(),
    reason: text(),
    votes: integer().notNull(),
  },
  (table) => [index('vote_case_acts_of').on(table.caseId, table.seq)],
);

/** Who won each call, as it was found after its last end. */
export const callWinners = pgTable('call_winners', {
  callId: text().primaryKey(),
  closedAt: instant().notNull(),
  foundAt: instant().notNull(),
  by: text().$type<FoundWinners['by']>().notNull(),
  winners: jsonb().$type<FoundWinners['winners']>().notNull(),
});
