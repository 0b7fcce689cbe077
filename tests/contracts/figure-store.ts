import { expect, it } from 'vitest';
import type { RequestEvent } from '../../src/requests/index.ts';
import { anApproval, aVerdictForTwo, EVENTS } from '../samples/requests.ts';
import { changesThrough, type StoreOf, someAsked } from './store-samples.ts';

/** A time in which nothing else of the suite happens. */
const DAY = Date.parse('2027-03-01T00:00:00.000Z');
const minute = (minutes: number) => new Date(DAY + minutes * 60_000).toISOString();
const by = (kind: 'approved' | 'declined', curator: string, reason = 'rules'): RequestEvent =>
  kind === 'approved'
    ? { kind, approval: anApproval({ curator }) }
    : { kind, decline: { ...EVENTS.declined.decline, curator, reason } };
const NONE = { answered: 0, correct: 0 };
const FOR_TWO: RequestEvent = { kind: 'prompt-screened', verdict: aVerdictForTwo() };

/** What came of reviewing, as the history tells it. */
export function figureStoreContract(open: StoreOf): void {
  /** Asked so many minutes after the day began; then each event so many minutes after. */
  async function happened(asked: number, ...events: [number, RequestEvent][]): Promise<void> {
    const changes = changesThrough(someAsked({ askedAt: minute(asked) }), ...events.map(([, event]) => event));
    const timed = changes.map((change, index) => {
      const at = minute(events[index - 1]?.[0] ?? asked);
      return { ...change, request: { ...change.request, changedAt: at }, entry: { ...change.entry, at } };
    });
    expect(await open().requests.create([timed])).toEqual(['created']);
  }
  const screened = EVENTS['prompt-screened'];

  it('tell how much came and went, how fast, by whom, and how well it held', async () => {
    const before = (await open().figures.figures(minute(0), minute(180), 'hour')).waiting;
    await happened(1, [1, screened], [3, by('approved', 'Noor')]);
    await happened(2, [2, screened], [42, by('declined', 'Sam')]);
    await happened(
      70,
      [70, screened],
      [71, by('declined', 'Sam', 'off-topic')],
      [100, EVENTS.appealed],
      [130, { kind: 'appeal-upheld', curator: 'Noor' }],
    );
    await happened(80, [80, FOR_TWO], [90, by('approved', 'Noor')], [100, by('approved', 'Sam')]);
    await happened(80, [80, FOR_TWO], [95, by('approved', 'Noor')], [119, by('declined', 'Sam')]);
    await happened(90, [91, EVENTS['prompt-screened']], [92, EVENTS.escalated], [150, EVENTS.held]);
    await happened(125, [125, { kind: 'prompt-screened', verdict: REFUSED }]);
    await happened(126, [126, screened], [127, EVENTS.withdrawn]);

    const figures = await open().figures.figures(minute(0), minute(180), 'hour');
    expect(figures.waiting).toBe(before + 1);
    expect(figures.times).toEqual([
      { at: minute(0), asked: 2, decided: 2, delivered: 0, waiting: before, p50: 21 * 60, p95: 38.1 * 60 },
      {
        at: minute(60),
        asked: 4,
        decided: 3,
        delivered: 0,
        waiting: before + 1,
        p50: 20 * 60,
        p95: expect.closeTo(37.1 * 60, 5),
      },
      { at: minute(120), asked: 2, decided: 0, delivered: 0, waiting: before + 1, p50: null, p95: null },
    ]);
    expect([figures.p50, figures.p95]).toEqual([20 * 60, expect.closeTo(39.8 * 60, 5)]);
    expect(figures.reasons).toEqual([
      { reason: 'rules', count: 2 },
      { reason: 'off-topic', count: 1 },
    ]);
    expect(figures.policies).toEqual([
      { policy: 'sexual', count: 1 },
      { policy: 'violence', count: 1 },
    ]);
    expect(figures.appeals).toEqual({ asked: 1, upheld: 1, dismissed: 0 });
    expect(figures.agreement).toEqual({ together: 2, agreed: 1 });
    expect(figures.curators).toEqual([
      {
        ...{ curator: 'Noor', approved: 3, declined: 0, escalated: 1, other: 2 },
        ...{ p50: 2 * 60, p95: 2 * 60, together: 2, agreed: 1, overturned: 0, seeded: NONE },
      },
      {
        ...{ curator: 'Sam', approved: 1, declined: 3, escalated: 0, other: 0 },
        ...{ p50: 29.5 * 60, p95: expect.closeTo(39.85 * 60, 5), together: 2, agreed: 1, overturned: 1, seeded: NONE },
      },
    ]);

    const again: RequestEvent = { kind: 'appeal-upheld', curator: 'Noor' };
    await happened(300, [300, screened], [301, EVENTS['passed-over']], [302, again]);
    const later = await open().figures.figures(minute(290), minute(310), 'hour');
    expect(later.appeals).toEqual({ asked: 0, upheld: 0, dismissed: 0 });
  });

  it('are empty, step by step, of a time in which nothing happened', async () => {
    const from = '2024-02-28T00:00:00.000Z';
    const figures = await open().figures.figures(from, '2024-03-02T05:00:00.000Z', 'day');
    expect(figures).toMatchObject({ p50: null, reasons: [], policies: [], curators: [] });
    expect(figures.times.map(({ at }) => at.slice(5, 10))).toEqual(['02-28', '02-29', '03-01', '03-02']);
  });
}

const refusal = (policy: string) => ({ policy, outcome: 'refuse' as const, evidence: 'seen', source: 'rules@1' });
const REFUSED = {
  outcome: 'refuse' as const,
  findings: [refusal('violence'), refusal('sexual'), refusal('violence')],
  screenedBy: ['rules@1'],
};
