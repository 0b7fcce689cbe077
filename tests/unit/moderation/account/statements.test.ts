import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isRestricted, restrictionOf } from '../../../../src/moderation/account/restriction.ts';
import { toTransparencyRecord } from '../../../../src/moderation/account/transparency-record.ts';
import { POLICIES } from '../../../../src/moderation/screening/policies.ts';
import type { Asked, EventKind, RequestEvent } from '../../../../src/requests/index.ts';
import { sayRedress, sayStatement } from '../../../../src/wording/say-statement.ts';
import { changesThrough } from '../../../contracts/store-samples.ts';
import { aFile, anAsked, aVerdict, EVENTS } from '../../../samples/requests.ts';

const CANARY = 'canary';
const finding = (policy: string, outcome: 'refuse' | 'review') => ({
  policy,
  outcome,
  evidence: CANARY,
  source: 'rules@1',
});
const screened = (outcome: 'refuse' | 'review' | 'allow', ...policies: string[]) => ({
  ...{ outcome, screenedBy: ['rules@1', 'judge@2'], policies: '2026-11-26' },
  findings: outcome === 'allow' ? [] : policies.map((policy) => finding(policy, outcome)),
});
const declinedAs = (reason: string): RequestEvent => ({
  kind: 'declined',
  decline: { ...EVENTS.declined.decline, reason, note: CANARY },
});
const MADE = [
  ...(['approved', 'generation-started', 'shot-intended', 'shot-started', 'shot-rendered'] as const),
  ...(['shot-downloaded', 'clip-finished'] as const),
];

/** What the last of the events comes to, where it is a restriction. */
function restrictionAfter(asked: Partial<Asked>, ...events: (EventKind | RequestEvent)[]) {
  const changes = changesThrough(anAsked({ prompt: CANARY, ...asked }), ...events);
  const history = changes.map(({ entry }) => entry);
  const { request } = changes.at(-1) as (typeof changes)[number];
  return { request, restriction: restrictionOf(request, history, request.version) };
}

function recordAfter(...events: (EventKind | RequestEvent)[]) {
  const { request, restriction } = restrictionAfter({}, ...events);
  if (!restriction) throw new Error('It is no restriction');
  expect(isRestricted(request)).toBe(true);
  return toTransparencyRecord(restriction);
}

describe('a statement of reasons', () => {
  it('of what screening refused says so: found and decided by machine alone', () => {
    expect(
      recordAfter({ kind: 'prompt-screened', verdict: screened('refuse', 'violence', 'minors', 'violence') }),
    ).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_OTHER'],
      decision_visibility_other: 'No clip is made of what was asked.',
      incompatible_content_ground: 'Violence; Children',
      category: 'STATEMENT_CATEGORY_VIOLENCE',
      category_addition: ['STATEMENT_CATEGORY_PROTECTION_OF_MINORS'],
      content_type: ['CONTENT_TYPE_TEXT'],
      content_language: 'EN',
      content_date: '2026-11-23',
      decision_facts:
        'It is about a prompt of November 23, 2026. Automatic checks looked at it (rules@1 and judge@2) and found in it: ' +
        'Violence and Children. They went by the policies of 2026-11-26. They decided by themselves, without a person.',
      source_type: 'SOURCE_VOLUNTARY',
      automated_detection: 'Yes',
      automated_decision: 'AUTOMATED_DECISION_FULLY',
      puid: 'r1-2',
    });
  });

  it('of what a curator declined tells whether the machine had pointed there', () => {
    const flagged = { kind: 'prompt-screened', verdict: screened('review', 'harassment') } as const;
    expect(recordAfter(flagged, declinedAs('rules'))).toMatchObject({
      ...{ category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE', automated_detection: 'Yes' },
      automated_decision: 'AUTOMATED_DECISION_PARTIALLY',
    });
    expect(recordAfter('prompt-screened', declinedAs('rights'))).toMatchObject({
      ...{ category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS', automated_detection: 'No' },
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    });
  });

  it.each(['off-topic', 'too-similar', 'not-now', 'quota', 'cannot-be-made-well', 'other'])(
    'is not due where a curator chose others: %s',
    (reason) => {
      const { request, restriction } = restrictionAfter({}, 'prompt-screened', declinedAs(reason));
      expect([restriction, isRestricted(request)]).toEqual([null, false]);
    },
  );

  it('of a clip that is held back or taken down is about the clip', () => {
    const blocked = recordAfter('prompt-screened', ...MADE, {
      kind: 'clip-screened',
      verdict: screened('refuse', 'sexual'),
    });
    expect(blocked).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
      content_type: ['CONTENT_TYPE_SYNTHETIC_MEDIA', 'CONTENT_TYPE_VIDEO'],
      automated_decision: 'AUTOMATED_DECISION_FULLY',
    });
    const delivered = ['prompt-screened', ...MADE, 'clip-screened', 'reply-posted'] as const;
    expect(recordAfter(...delivered, 'reported', 'taken-down')).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    });
    const own = restrictionAfter({}, ...delivered, { kind: 'taken-down', by: 'requester', reason: 'withdrawn' });
    expect([own.restriction, isRestricted(own.request)]).toEqual([null, false]);
  });

  it.each(POLICIES.map(({ code }) => code))(
    'is of the shape that the database takes, and of nobody’s words: %s',
    (code) => {
      const withPicture = restrictionAfter(
        { picture: aFile('picture', 'image/png'), locale: 'ar' },
        { kind: 'prompt-screened', verdict: { ...screened('refuse', code), screenedBy: [] } },
      ).restriction;
      const record = toTransparencyRecord(withPicture as NonNullable<typeof withPicture>);
      expect(DATABASE.parse(record)).toEqual(record);
      expect(JSON.stringify(record)).not.toMatch(/canary|Salma|Noor/);
    },
  );

  it('tells its requester in their language what was decided, why, and what they can do', () => {
    const { request, restriction } = restrictionAfter(
      {},
      { kind: 'prompt-screened', verdict: screened('refuse', 'hate') },
    );
    for (const locale of ['en', 'ar'] as const) {
      const { decision, facts, grounds } = sayStatement(locale, restriction as NonNullable<typeof restriction>);
      const all = [decision, facts, grounds[0]?.sentence, ...sayRedress(locale, request)].join(' ');
      expect(all).not.toMatch(/canary|\{\w+\}|undefined/);
      expect(/\p{Script=Arabic}/u.test(all)).toBe(locale === 'ar');
    }
    expect(sayRedress('en', request)[0]).toContain('appeal here once');
    const appealed = restrictionAfter({}, { kind: 'prompt-screened', verdict: aVerdict('refuse') }, 'appealed');
    expect(sayRedress('en', appealed.request)[0]).toContain('You have appealed');
  });
});

/** As the Commission's documentation of the interface has it (schema of 1 July 2025). */
const text = (limit: number) => z.string().min(1).max(limit);
const date = z.iso.date();
const category = z
  .string()
  .regex(
    /^STATEMENT_CATEGORY_(ANIMAL_WELFARE|CONSUMER_INFORMATION|CYBER_VIOLENCE|CYBER_VIOLENCE_AGAINST_WOMEN|DATA_PROTECTION_AND_PRIVACY_VIOLATIONS|ILLEGAL_OR_HARMFUL_SPEECH|INTELLECTUAL_PROPERTY_INFRINGEMENTS|NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS|NOT_SPECIFIED_NOTICE|OTHER_VIOLATION_TC|PROTECTION_OF_MINORS|RISK_FOR_PUBLIC_SECURITY|SCAMS_AND_FRAUD|SELF_HARM|UNSAFE_AND_PROHIBITED_PRODUCTS|VIOLENCE)$/,
  );
const DATABASE = z.strictObject({
  decision_visibility: z.array(z.enum(['DECISION_VISIBILITY_OTHER'])),
  decision_visibility_other: text(500),
  decision_ground: z.literal('DECISION_GROUND_INCOMPATIBLE_CONTENT'),
  incompatible_content_ground: text(500),
  incompatible_content_explanation: text(2000),
  content_type: z.array(z.enum(['CONTENT_TYPE_IMAGE', 'CONTENT_TYPE_TEXT'])).min(2),
  category,
  category_addition: z.array(category).optional(),
  territorial_scope: z.array(z.string().regex(/^[A-Z]{2}$/)).length(30),
  content_language: z.literal('AR'),
  content_date: date,
  application_date: date,
  decision_facts: text(5000),
  source_type: z.enum(['SOURCE_VOLUNTARY']),
  automated_detection: z.enum(['Yes', 'No']),
  automated_decision: z.enum(['AUTOMATED_DECISION_FULLY']),
  puid: z.string().regex(/^[\w-]{1,500}$/),
});
