import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Strike, strikeOf } from '../../../../src/moderation/strikes/strike.ts';
import { recordOf } from '../../../../src/moderation/strikes/strike-record.ts';
import type { RequestEvent } from '../../../../src/requests/index.ts';
import { after as lived, NOW } from '../../../samples/requests.ts';

const refusedFor = (...policies: string[]): RequestEvent => ({
  kind: 'prompt-screened',
  verdict: {
    outcome: 'refuse',
    findings: policies.map((policy) => ({ policy, outcome: 'refuse', evidence: 'seen', source: 'rules@1' })),
    screenedBy: ['rules@1'],
  },
});
const declinedFor = (reason: string): RequestEvent => ({
  kind: 'declined',
  decline: { curator: 'Noor', at: NOW, reason, note: null },
});

describe('a strike', () => {
  it.each([
    ['minors', 4, '2027-11-23'],
    ['hate', 2, '2027-02-21'],
    ['spam', 1, '2026-12-23'],
  ])('for %s weighs %i and lasts until %s', (policy, weight, day) => {
    const strike = strikeOf(lived(refusedFor(policy)));
    expect(strike).toMatchObject({ policy, weight, at: NOW, counts: true, word: null });
    expect(strike?.until.slice(0, 10)).toBe(day);
  });

  it('is the gravest thing that was refused, and nothing for who speaks of harming themselves', () => {
    expect(strikeOf(lived(refusedFor('minors', 'hate')))?.policy).toBe('minors');
    expect(strikeOf(lived(refusedFor('self-harm')))).toBeNull();
  });

  it('is a decline only where a curator says that it is against the rules', () => {
    expect(strikeOf(lived('prompt-screened', declinedFor('off-topic')))).toBeNull();
    expect(strikeOf(lived('prompt-screened', declinedFor('rules')))).toMatchObject({ policy: 'rules', weight: 2 });
  });

  it('goes with an appeal that is upheld, and stays with one that is dismissed', () => {
    expect(strikeOf(lived(refusedFor('hate'), 'appealed', 'appeal-dismissed'))).not.toBeNull();
    expect(strikeOf(lived(refusedFor('hate'), 'appealed', 'appeal-upheld'))).toBeNull();
  });

  it('is lifted and counted again, with who said so and why', () => {
    expect(strikeOf(lived(refusedFor('hate'), 'strike-lifted'))).toMatchObject({
      ...{ counts: false, word: { curator: 'Sam', reason: 'a joke among friends' } },
    });
    expect(strikeOf(lived(refusedFor('hate'), 'strike-lifted', 'strike-restored'))?.counts).toBe(true);
  });
});

describe('what follows from strikes', () => {
  const thresholds = { slowAt: 6, blockAt: 12, slowSeconds: 3600 };
  const now = new Date(NOW);
  const strikes: fc.Arbitrary<Strike[]> = fc.array(
    fc.record({
      requestId: fc.uuid(),
      policy: fc.constant('hate'),
      weight: fc.constantFrom(1, 2, 4),
      at: fc.constant(NOW),
      until: fc
        .integer({ min: -50, max: 400 })
        .map((days) => new Date(now.getTime() + days * 86_400_000).toISOString()),
      counts: fc.boolean(),
      word: fc.constant(null),
    }),
    { maxLength: 20 },
  );
  const heavy = (list: readonly Strike[], at: Date) =>
    list
      .filter(({ counts, until }) => counts && Date.parse(until) > at.getTime())
      .reduce((sum, s) => sum + s.weight, 0);

  it('a block holds until the very moment at which too little counts, whatever the order', () => {
    fc.assert(
      fc.property(strikes, fc.infiniteStream(fc.nat()), (list, seeds) => {
        const { standing, weight } = recordOf(list, thresholds, now);
        expect(weight).toBe(heavy(list, now));
        expect(standing.slowSeconds).toBe(weight >= 6 ? 3600 : 0);
        expect(standing.blockedUntil === null).toBe(weight < 12);
        if (standing.blockedUntil === null) return;
        const end = new Date(standing.blockedUntil);
        expect(heavy(list, new Date(end.getTime() - 1))).toBeGreaterThanOrEqual(12);
        expect(heavy(list, end)).toBeLessThan(12);
        const shuffled = list
          .map((strike) => ({ strike, key: seeds.next().value }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ strike }) => strike);
        expect(recordOf(shuffled, thresholds, now).standing).toEqual(standing);
      }),
    );
  });

  it('a threshold of 0 is never reached', () => {
    fc.assert(
      fc.property(strikes, (list) => {
        const { standing } = recordOf(list, { slowAt: 0, blockAt: 0, slowSeconds: 3600 }, now);
        expect(standing).toEqual({ blockedUntil: null, slowSeconds: 0 });
      }),
    );
  });
});
