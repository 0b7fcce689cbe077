import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { nodeArguments } from '../../scripts/launch/node-arguments.mjs';
import { openStore } from '../../src/store/open-store.ts';
import { waitUntil } from '../machine/wait-until.ts';
import { layEmptyRecords } from '../services.ts';
import { fakeFilms } from '../simulators/engines/fake-films.ts';
import { startVideosSimulator, type VideosSimulator } from '../simulators/engines/videos/videos-simulator.ts';
import type { PaidProgress } from './support/paid-app.ts';

const REQUESTS = 500;
const WITHIN_MS = 900_000;

let folder = '';
let simulator: VideosSimulator | null = null;
let child: ChildProcess | null = null;
afterAll(async () => {
  child?.kill('SIGKILL');
  await simulator?.close();
  await rm(folder, { recursive: true, force: true });
});

it(
  `bills one start for each of ${REQUESTS} approved requests, through kills, lost answers and a wiped queue`,
  async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-call-paid-'));
    layEmptyRecords(join(folder, 'data'));
    simulator = await startVideosSimulator({ dialect: 'sglang', films: fakeFilms, renderMs: 400 });
    const { vendor, url } = simulator;
    for (let place = 0; place < REQUESTS; place += 1) {
      const about = `#${place}#`;
      if (place % 9 === 0) vendor.arm('create', { kind: 'lost-answer' }, { about });
      else if (place % 13 === 0) vendor.arm('create', { kind: 'unheard' }, { about });
      else if (place % 17 === 0) vendor.arm('create', { kind: 'html', status: 502 }, { about });
      else if (place % 19 === 0) vendor.arm('create', { kind: 'status', status: 429, retryAfterSeconds: 1 }, { about });
      if (place % 11 === 0) vendor.arm('status', { kind: 'status', status: 500 }, { about });
      if (place % 23 === 0) vendor.arm('content', { kind: 'unheard' }, { about });
    }

    let latest: PaidProgress = { delivered: 0, held: 0, other: REQUESTS };
    const begin = () => {
      child = fork(new URL('./support/paid-app.ts', import.meta.url), {
        env: {
          ...process.env,
          ...{ DATA_DIR: join(folder, 'data'), ASK: String(REQUESTS), LEASE_SECONDS: '5' },
          ...{ OPEN_PER_MEMBER: '100000', PER_MEMBER_PER_DAY: '100000', IN_FLIGHT_PER_MEMBER: '1000' },
          ...{ ENGINE: 'openai-videos', ENGINE_URL: url, ENGINE_DIALECT: 'sglang', ENGINE_POLL_SECONDS: '0.1' },
          ...{ ENGINE_CONCURRENCY: '30', ENGINE_PRICE_PER_SECOND: '0.1' },
        },
        execArgv: nodeArguments,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      child.on('message', (message) => {
        latest = message as PaidProgress;
      });
    };
    const kill = async () => {
      const dead = child && once(child, 'exit');
      child?.kill('SIGKILL');
      await dead;
    };

    begin();
    for (const bills of [60, 180, 330]) {
      await waitUntil(() => vendor.bill.length >= bills, `${bills} starts`, WITHIN_MS);
      await kill();
      if (bills === 180) await rm(join(folder, 'data', 'redis'), { recursive: true, force: true });
      begin();
    }
    await waitUntil(() => latest.other === 0, 'all to be delivered or held', WITHIN_MS);
    await kill();

    const store = await openStore({ databaseUrl: null, directory: join(folder, 'data') });
    try {
      const [sums] = await store.ledger.days('2000-01-01');
      const perPrompt = Map.groupBy(vendor.bill, ({ prompt }) => prompt);
      expect([...perPrompt.values()].filter((charges) => charges.length > 1)).toEqual([]);
      const billedUsd = vendor.bill.length / 10;
      expect(latest.delivered + latest.held).toBe(REQUESTS);
      expect(sums?.chargedUsd).toBeCloseTo(latest.delivered / 10, 6);
      expect(sums?.uncertainUsd).toBeCloseTo(latest.held / 10, 6);
      expect(billedUsd).toBeGreaterThanOrEqual((sums?.chargedUsd ?? 0) - 1e-6);
      expect(billedUsd).toBeLessThanOrEqual((sums?.chargedUsd ?? 0) + (sums?.uncertainUsd ?? 0) + 1e-6);
    } finally {
      await store.close();
    }
  },
  2 * WITHIN_MS,
);
