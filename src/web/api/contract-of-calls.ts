import { z } from 'zod';
import { USUAL_CHOOSING_HOURS } from '../../calls/call.ts';
import { LONGEST_THEME, MOST_BUDGET_USD, MOST_CHOOSING_HOURS, MOST_OF_A_CAP } from '../../calls/call-plan.ts';
import { VOTER_KINDS } from '../../calls/may-vote.ts';
import { CALL_STATES } from '../../calls/state-of.ts';
import { MOST_PLACES, USUAL_WINNERS, WINNERS_BY } from '../../calls/winners-rule.ts';

/** What the pages and the HTTP interface say to each other of calls, see `contract.ts`. */

const inBothLanguages = z.object({ en: z.string(), ar: z.string() });

const winnersRule = z.strictObject({ by: z.enum(WINNERS_BY), places: z.number().int().min(1).max(MOST_PLACES) });

/** A call as everybody may know it. */
export const callView = z.object({
  id: z.string(),
  theme: inBothLanguages,
  text: inBothLanguages.nullable(),
  pictureUrl: z.string().nullable(),
  state: z.enum(CALL_STATES),
  /** The standing call is always there. */
  standing: z.boolean(),
  opensAt: z.string(),
  closesAt: z.string().nullable(),
  /** Until when curators choose among what was asked; null: it has no end. */
  choosingUntil: z.string().nullable(),
  /** Where one asks; null: everywhere. */
  platforms: z.array(z.string()).nullable(),
  style: z.string().nullable(),
  voters: z.enum(VOTER_KINDS),
  winners: winnersRule,
});
export type CallView = z.infer<typeof callView>;
export const callsPage = z.object({ calls: z.array(callView) });

const cap = z.number().int().min(1).max(MOST_OF_A_CAP);
const caps = z.strictObject({
  openPerMember: cap.optional(),
  perMemberPerDay: cap.optional(),
  perMemberPerCall: cap.nullable().optional(),
  cooldownSeconds: z.number().int().min(0).max(MOST_OF_A_CAP).optional(),
  accountDays: z.number().int().min(0).max(MOST_OF_A_CAP).optional(),
  membershipDays: z.number().int().min(0).max(MOST_OF_A_CAP).optional(),
});
const place = z.string().regex(/^[a-z]{1,20}:(?:\*|[\w.-]{1,100})$/);
const voters = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('everybody') }),
  z.strictObject({ who: z.literal('askers') }),
  z.strictObject({
    who: z.literal('platforms'),
    platforms: z
      .array(z.string().regex(/^[a-z]{1,20}$/))
      .min(1)
      .max(10),
  }),
]);
export const LONGEST_TEXT = 600;
const text = z.string().trim().max(LONGEST_TEXT);

/** What a call says that can be changed while it is open. */
export const callTerms = z.object({
  /** ISO 8601; null: at once; absent: as it stands. When a call opens can be changed until it does. */
  opensAt: z.iso.datetime({ offset: true }).nullable().optional(),
  /** ISO 8601; null: until someone closes it. */
  closesAt: z.iso.datetime({ offset: true }).nullable(),
  budgetUsd: z.number().positive().max(MOST_BUDGET_USD).nullable(),
  caps,
  text: z.strictObject({ en: text, ar: text }).nullable().default(null),
  /** One of `engines`; null: the configured one. */
  engine: z.string().max(60).nullable().default(null),
  /** The look of clips whose requester names none. */
  style: z.string().trim().min(1).max(60).nullable().default(null),
  voters: voters.default({ who: 'everybody' }),
  /** How winners are found once it is over, and how many places there are. */
  winners: winnersRule.default(USUAL_WINNERS),
  /** How long after its end curators still choose; what they have not chosen by then is told so. */
  choosingHours: z.number().min(0).max(MOST_CHOOSING_HOURS).default(USUAL_CHOOSING_HOURS),
});
export type CallTerms = z.infer<typeof callTerms>;

export const changingCall = callTerms.extend({
  /** Which version of the call was read; absent: whichever there is. */
  version: z.number().int().min(0).optional(),
});
export type ChangingCall = z.infer<typeof changingCall>;

export const openingCall = callTerms.extend({
  theme: z.strictObject({ en: z.string().max(LONGEST_THEME), ar: z.string().max(LONGEST_THEME).default('') }),
  /** `discord:<channel>` or, for all of a platform, `discord:*`; null: everywhere. */
  places: z.array(place).min(1).max(100).nullable().default(null),
});
export type OpeningCall = z.infer<typeof openingCall>;

/** A call as those at the desk see it fill. */
export const deskCall = z.object({
  ...callView.shape,
  terms: callTerms,
  /** Which one of it this is: who changes its terms says what they read. */
  version: z.number(),
  places: z.array(z.string()).nullable(),
  paused: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** How many requests are in each state, and how many members asked. */
  byState: z.record(z.string(), z.number()),
  asked: z.number(),
  members: z.number(),
  /** US dollars: reserved, charged and perhaps billed. */
  usedUsd: z.number(),
});
export type DeskCall = z.infer<typeof deskCall>;

export const deskCalls = z.object({
  calls: z.array(deskCall),
  /** What a call can be kept to. */
  engines: z.array(z.string()),
  platforms: z.array(z.string()),
});
export type DeskCalls = z.infer<typeof deskCalls>;

export const pausingCall = z.object({ paused: z.boolean() });
