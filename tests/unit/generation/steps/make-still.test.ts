import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMakeStill } from '../../../../src/generation/steps/make-still.ts';
import type { StillMaker } from '../../../../src/generation/still-maker.ts';
import { createOpenaiImages } from '../../../../src/generation/still-makers/openai-images/openai-images.ts';
import type { StepResult } from '../../../../src/queue/step-handler.ts';
import {
  type Decision,
  decide,
  type MoneyMove,
  type PromptRequest,
  type RequestEvent,
  type Verdict,
} from '../../../../src/requests/index.ts';
import { engineLimits } from '../../../samples/engine-limits.ts';
import { aFile, anApproval, aVerdict, after as having, NOW } from '../../../samples/requests.ts';
import {
  type ImageFault,
  type ImagesSimulator,
  startImagesSimulator,
} from '../../../simulators/engines/images/images-simulator.ts';

const limits = engineLimits({ seconds: { min: 4, max: 8, step: 4 } });
const asked = () => having('prompt-screened', 'still-asked');

let simulator: ImagesSimulator;
let maker: StillMaker;
beforeAll(async () => {
  simulator = await startImagesSimulator({ dialect: 'openai' });
  maker = createOpenaiImages({ url: simulator.url, key: 'k', model: 'm', priceUsd: 0.04, size: null });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.bill.length = 0;
  simulator.faults.length = 0;
});

interface Surroundings {
  request?: PromptRequest;
  fault?: ImageFault;
  verdict?: Verdict;
  full?: boolean;
  now?: string;
  /** The process dies once the model was asked. */
  dies?: boolean;
  withMaker?: StillMaker | null;
}

/** Runs the step once over a request in memory, as the worker would, and keeps what became of the money. */
async function run({
  request = asked(),
  fault,
  verdict = aVerdict(),
  full,
  now = NOW,
  dies,
  withMaker = maker,
}: Surroundings = {}) {
  if (fault) simulator.faults.push(fault);
  const state = { request, money: [] as MoneyMove[], error: null as unknown };
  const apply = async (event: RequestEvent): Promise<Decision> => {
    if (full && event.kind === 'still-intended') return { applies: false, why: 'over-budget', state: 'in-review' };
    const decision = decide(state.request, event, now);
    if (decision.applies) {
      state.request = decision.request;
      state.money.push(...decision.money);
    }
    return decision;
  };
  const step = createMakeStill({
    maker: withMaker,
    engines: [{ id: 'e', limits }],
    purse: { reservation: async (_call, usd) => ({ usd, day: NOW.slice(0, 10), budgets: [] }) },
    files: { temporaryPath: async (suffix) => join(tmpdir(), `open-call-make-still${suffix}`) },
    takeIn: async (path) =>
      sharp(path)
        .metadata()
        .then(
          ({ format }) => (format === 'svg' ? null : aFile('still', 'image/jpeg')),
          () => null,
        ),
    screen: async () => verdict,
    clock: () => new Date(now),
  });
  const context = {
    ...{ request, work: { step: 'make-still' } as const, ticket: { id: 'w', epoch: 1 }, attempt: 1, apply },
    ...{ isCurrent: async () => true, signal: new AbortController().signal },
  };
  const result = await step(context).catch((error: unknown): StepResult => {
    state.error = error;
    return { next: 'nothing' };
  });
  if (result.next === 'apply' && !dies) await apply(result.event);
  const still = state.request.state === 'in-review' ? state.request.still : undefined;
  return {
    ...state,
    still,
    moves: state.money.map((each) => (each.move === 'reserve' ? each.reservation.usd : each.to)),
  };
}

describe('a still that is made before a video is paid for', () => {
  it('is made of the first shot, in the shape of the clip, and paid for once', async () => {
    const { still, moves } = await run();
    expect(still).toMatchObject({ state: 'made', file: aFile('still', 'image/jpeg'), verdict: { outcome: 'allow' } });
    expect(moves).toEqual([0.04, 'charged']);
    expect(simulator.bill).toHaveLength(1);
    expect(simulator.bill[0]).toMatchObject({ size: '720x1280', prompt: expect.stringContaining('a paper boat') });
  });

  it.each<[string, Surroundings, object, (number | string)[], number]>([
    [
      'the model will not make it',
      { fault: { kind: 'moderation' } },
      { failure: { kind: 'moderation' } },
      [0.04, 'released'],
      0,
    ],
    [
      'what comes is no picture',
      { fault: { kind: 'not-a-picture' } },
      { failure: { kind: 'not-a-picture' } },
      [0.04, 'charged'],
      1,
    ],
    [
      'screening lets nobody see it',
      { verdict: aVerdict('refuse') },
      { failure: { kind: 'screening', message: 'violence' } },
      [0.04, 'charged'],
      1,
    ],
    ['a budget is full', { full: true }, { failure: { kind: 'budget' } }, [], 0],
    ['no image model is there any more', { withMaker: null }, { failure: { kind: 'maker' } }, [], 0],
    [
      'the key is refused',
      { fault: { kind: 'status', status: 401 } },
      { failure: { kind: 'maker' } },
      [0.04, 'released'],
      0,
    ],
  ])('is told of where %s', async (_what, surroundings, still, moves, billed) => {
    const came = await run(surroundings);
    expect(came.still).toMatchObject({ state: 'failed', ...still });
    expect(came.moves).toEqual(moves);
    expect(simulator.bill).toHaveLength(billed);
  });

  it.each<[string, ImageFault, number]>([
    ['the answer is lost', { kind: 'lost-answer' }, 1],
    ['the model has trouble', { kind: 'status', status: 503 }, 0],
  ])('may have been billed where %s, and is not asked for again by itself', async (_what, fault, billed) => {
    const { request, still, moves } = await run({ fault });
    expect(still?.state).toBe('uncertain');
    expect(moves).toEqual([0.04, 'uncertain']);
    expect((await run({ request })).still?.state).toBe('uncertain');
    expect(simulator.bill).toHaveLength(billed);
  });

  it('of a process that died over it may have been billed', async () => {
    const { request } = await run({ dies: true });
    expect(request).toMatchObject({ still: { state: 'starting' } });
    const { still, moves } = await run({ request });
    expect(still?.state).toBe('uncertain');
    expect(moves).toEqual(['uncertain']);
    expect(simulator.bill).toHaveLength(1);
  });

  it('is tried again where it is certain that nothing was begun, for as long as a curator waits', async () => {
    const fault = { kind: 'status', status: 429, retryAfterSeconds: 5 } as const;
    const { request, error, still, moves } = await run({ fault });
    expect(error).toMatchObject({ retryAfterMs: 5000 });
    expect(still).toMatchObject({ state: 'asked', askedAt: NOW });
    expect(moves).toEqual([0.04, 'released']);
    const late = new Date(Date.parse(NOW) + 11 * 60_000).toISOString();
    expect((await run({ request, fault, now: late })).still?.state).toBe('failed');
    expect((await run({ request })).still?.state).toBe('made');
    expect(simulator.bill).toHaveLength(1);
  });

  it('whose request was decided meanwhile stays in doubt in the ledger', async () => {
    const { request } = await run({ dies: true });
    const decision = decide(request, { kind: 'approved', approval: anApproval() }, NOW);
    expect(decision.applies && decision.money).toMatchObject([{ to: 'uncertain' }]);
  });
});

afterAll(() => rm(join(tmpdir(), 'open-call-make-still.still'), { force: true }));
