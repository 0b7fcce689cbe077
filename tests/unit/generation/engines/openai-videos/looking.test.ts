import { afterEach, expect, it } from 'vitest';
import { createOpenaiVideosEngine } from '../../../../../src/generation/engines/openai-videos/openai-videos-engine.ts';
import type { Operation } from '../../../../../src/requests/index.ts';
import { anOrder } from '../../../../samples/requests.ts';
import { startVideosSimulator, type VideosSimulator } from '../../../../simulators/engines/videos/videos-simulator.ts';

let simulator: VideosSimulator;
afterEach(() => simulator.close());

async function begin(count: number): Promise<{ check(): Promise<string[]>; operations: Operation[] }> {
  const films = { make: () => Promise.reject(new Error('Nobody fetches one')), dispose: async () => {} };
  simulator = await startVideosSimulator({ dialect: 'sglang', films, renderMs: 600_000 });
  const engine = createOpenaiVideosEngine({
    ...{ url: simulator.url, key: 'k', dialect: 'sglang', model: null, pricePerSecond: 0, concurrency: 500 },
    ...{ checkAfterMs: 1000, resolvePicture: () => Promise.reject(new Error('There is no picture')) },
  });
  const operations: Operation[] = [];
  for (let place = 0; place < count; place += 1) {
    const started = await engine.start(anOrder({ seconds: 2, resolution: 360 }), `k${place}`);
    if (started.outcome === 'started') operations.push(started.operation);
  }
  return {
    operations,
    check: async () => (await Promise.all(operations.map((each) => engine.check(each)))).map(({ state }) => state),
  };
}

it('two hundred that are looked at together cost a few lists, and each hears of its own', async () => {
  const { check, operations } = await begin(200);
  const { vendor } = simulator;
  const [first] = operations;
  const failed = vendor.jobs.get(String(first?.video));
  if (failed) failed.fate = 'failed';
  if (failed) failed.createdAt -= 600_000;
  const states = await check();
  expect(states).toEqual(['failed', ...Array(199).fill('running')]);
  expect(vendor.calls.list).toBeLessThanOrEqual(4);
  expect(vendor.calls.status).toBeLessThanOrEqual(2);
});

it('where the list cannot be had, each is looked at by itself; where one cannot be looked at, only that one', async () => {
  const { check, operations } = await begin(10);
  simulator.vendor.arm('list', { kind: 'status', status: 500 }, { times: 5 });
  expect(await check()).toEqual(Array(10).fill('running'));
  simulator.vendor.forget(String(operations[3]?.video));
  expect((await check()).filter((state) => state === 'failed')).toHaveLength(1);
});
