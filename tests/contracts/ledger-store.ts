import { expect, it } from 'vitest';
import { advance, type Budget, type PromptRequest } from '../../src/requests/index.ts';
import { apply, clock, create, type StoreOf, someAsked } from './store-samples.ts';

const APPROVED = ['prompt-screened', 'approved', 'generation-started'] as const;

export function ledgerContract(open: StoreOf): void {
  let days = 0;
  /** A day and a call of the test's own, so that it counts alone. */
  const someBudgets = (limitUsd: number | null) => {
    days += 1;
    const day = `2031-01-${String(days).padStart(2, '0')}`;
    const callId = `call-${crypto.randomUUID()}`;
    const budgets: Budget[] = [
      { scope: `call:${callId}`, limitUsd },
      { scope: `day:${day}`, limitUsd: null },
    ];
    return { day, callId, budgets };
  };
  type Some = ReturnType<typeof someBudgets>;

  const intend = (request: PromptRequest, usd: number, { day, budgets }: Some, key = `${request.id}.key`) =>
    advance({ requests: open().requests, clock }, request, {
      kind: 'shot-intended',
      shot: 0,
      key,
      reservation: { usd, day, budgets },
    });

  async function intended(usd: number, some: Some): Promise<PromptRequest> {
    const request = await create(open(), someAsked({ callId: some.callId }), ...APPROVED);
    const decision = await intend(request, usd, some);
    if (!decision.applies) throw new Error(decision.why);
    return decision.request;
  }

  const sums = async (request: PromptRequest) => (await open().ledger.ofRequests([request.id]))[0];
  const used = ({ budgets }: Some) => open().ledger.used(budgets.map(({ scope }) => scope));

  it('reserves with the intent, and charges what was rendered', async () => {
    const some = someBudgets(null);
    const request = await intended(0.8, some);
    expect(await sums(request)).toMatchObject({ starts: 1, reservedUsd: 0.8, chargedUsd: 0 });
    await apply(open(), await apply(open(), request, 'shot-started'), 'shot-rendered');
    expect(await sums(request)).toMatchObject({ starts: 1, reservedUsd: 0, chargedUsd: 0.8, uncertainUsd: 0 });
    expect(await used(some)).toEqual([0.8, 0.8]);
    expect((await open().ledger.days(some.day)).filter(({ day }) => day === some.day)).toEqual([
      {
        ...{ day: some.day, engine: 'storyboard', callId: some.callId, starts: 1 },
        ...{ reservedUsd: 0, chargedUsd: 0.8, uncertainUsd: 0, refundedUsd: 0 },
      },
    ]);
  });

  it('holds what the engine itself says to be the price, of each budget too', async () => {
    const some = someBudgets(null);
    const request = await intended(0.8, some);
    const operation = { id: 'o1' };
    const begun = await apply(open(), request, {
      ...{ kind: 'shot-started', shot: 0, operation, checkAfterMs: 1, estimateUsd: 0.96 },
    });
    expect(await sums(begun)).toMatchObject({ starts: 1, reservedUsd: 0.96, chargedUsd: 0 });
    expect(await used(some)).toEqual([0.96, 0.96]);
    await apply(open(), begun, { kind: 'shot-rendered', shot: 0, costUsd: 0.72 });
    expect(await sums(begun)).toMatchObject({ starts: 1, reservedUsd: 0, chargedUsd: 0.72 });
    expect(await used(some)).toEqual([0.72, 0.72]);
  });

  it('gives back what was certainly never begun, and what the engine does not bill', async () => {
    const some = someBudgets(null);
    const refused = await intended(0.5, some);
    await apply(open(), refused, { kind: 'shot-failed', shot: 0, failure: { kind: 'moderation', message: 'no' } });
    const begun = await apply(open(), await intended(0.5, some), 'shot-started');
    const failure = { kind: 'engine', message: 'It broke', billed: false } as const;
    await apply(open(), begun, { kind: 'shot-failed', shot: 0, failure });
    expect(await sums(begun)).toMatchObject({ reservedUsd: 0, chargedUsd: 0, refundedUsd: 0.5 });
    expect(await used(some)).toEqual([0, 0]);
  });

  it('holds on to what may have been billed, also when it is started again', async () => {
    const some = someBudgets(null);
    const doubtful = await apply(open(), await intended(0.5, some), 'shot-uncertain');
    const again = await apply(open(), doubtful, 'shot-restarted');
    const decision = await intend(again, 0.5, some, `${again.id}.again`);
    expect(decision.applies).toBe(true);
    expect(await sums(again)).toMatchObject({ starts: 2, reservedUsd: 0.5, uncertainUsd: 0.5 });
    expect(await used(some)).toEqual([1, 1]);
  });

  it('refuses what a budget has no room for, and writes nothing of it', async () => {
    const some = someBudgets(1);
    await intended(0.6, some);
    const request = await create(open(), someAsked({ callId: some.callId }), ...APPROVED);
    expect(await intend(request, 0.5, some)).toEqual({ applies: false, why: 'over-budget', state: 'generating' });
    expect(await open().requests.find(request.id)).toEqual(request);
    expect(await sums(request)).toMatchObject({ starts: 0 });
    expect(await used(some)).toEqual([0.6, 0.6]);
    expect((await intend(request, 0.4, some)).applies).toBe(true);
  });

  it('is overrun by nobody, however many reserve at once', async () => {
    const some = someBudgets(1);
    const requests = await Promise.all(
      Array.from({ length: 20 }, () => create(open(), someAsked({ callId: some.callId }), ...APPROVED)),
    );
    const decisions = await Promise.all(requests.map((request) => intend(request, 0.3, some)));
    expect(decisions.filter(({ applies }) => applies)).toHaveLength(3);
    expect(await used(some)).toEqual([0.9, 0.9]);
  });

  it('knows nothing of requests that cost nothing', async () => {
    const request = await create(open(), someAsked(), ...APPROVED);
    await apply(open(), request, 'shot-intended');
    expect(await sums(request)).toEqual({
      ...{ starts: 0, reservedUsd: 0, chargedUsd: 0, uncertainUsd: 0, refundedUsd: 0 },
    });
  });
}
