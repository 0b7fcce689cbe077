import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOpenaiVideosEngine } from '../../../../src/generation/engines/openai-videos/openai-videos-engine.ts';
import { createCheckShot } from '../../../../src/generation/steps/check-shot.ts';
import type { VideoEngine } from '../../../../src/generation/video-engine.ts';
import { decide, type PromptRequest, type RequestEvent } from '../../../../src/requests/index.ts';
import { after, anOrder, EVENTS, NOW } from '../../../samples/requests.ts';
import { fakeFilms as films } from '../../../simulators/engines/fake-films.ts';
import { startVideosSimulator, type VideosSimulator } from '../../../simulators/engines/videos/videos-simulator.ts';

const RENDER_MS = 100_000;
let now = Date.parse(NOW);
const clock = () => new Date(now);
let simulator: VideosSimulator;
let engine: VideoEngine;
beforeAll(async () => {
  simulator = await startVideosSimulator({ dialect: 'vllm-omni', films, renderMs: RENDER_MS, clock });
  engine = createOpenaiVideosEngine({
    ...{ url: simulator.url, key: 'none', dialect: 'vllm-omni', model: null, pricePerSecond: 0.1, concurrency: 1 },
    ...{ checkAfterMs: 5, resolvePicture: async () => '', clock },
  });
});
afterAll(async () => {
  await engine.close();
  await simulator.close();
});

/** A request whose shot runs at the engine, and looks at it as the worker takes them. */
async function running(fate: 'progress-backwards' | 'stuck') {
  now = Date.parse(NOW);
  simulator.vendor.doom(fate);
  const order = anOrder({ seconds: 4 });
  const begun = await engine.start(order, 'key');
  if (begun.outcome === 'refused') throw new Error(begun.failure.message);
  const { operation } = begun;
  const started: RequestEvent = { ...EVENTS['shot-started'], operation };
  let request: PromptRequest = after('prompt-screened', 'approved', 'generation-started', 'shot-intended', started);
  const step = createCheckShot({ engines: { byId: () => engine } as never, clock });
  const seen: number[] = [];
  const look = () =>
    step({
      request,
      work: { step: 'check-shot', shot: 0 } as never,
      apply: async (event: RequestEvent) => {
        const decision = decide(request, event, clock().toISOString());
        if (decision.applies) request = decision.request;
        if (event.kind === 'shot-progressed') seen.push(event.progress);
        return decision;
      },
    } as never);
  return { look, seen };
}

it('a shot whose progress goes backwards is shown going on alone, and ends as it should', async () => {
  const { look, seen } = await running('progress-backwards');
  for (let looks = 0; looks < 8; looks += 1) {
    now += RENDER_MS / 10;
    expect(await look()).toMatchObject({ next: 'again' });
  }
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual([...seen].sort((one, other) => one - other));
  now += RENDER_MS;
  expect(await look()).toMatchObject({ next: 'apply', event: { kind: 'shot-rendered' } });
});

it('a shot that is stuck for ever is given up once its time is over, and stopped at the engine', async () => {
  const { look } = await running('stuck');
  now += engine.limits.deadlineMs - 60_000;
  expect(await look()).toMatchObject({ next: 'again' });
  now += 2 * 60_000;
  expect(await look()).toMatchObject({ next: 'apply', event: { kind: 'shot-failed', failure: { kind: 'engine' } } });
  expect(simulator.vendor.calls.delete).toBe(1);
});
