import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { type App, startApp } from '../src/app/compose.ts';
import { readConfig } from '../src/app/config.ts';
import { createFakeMediaTools } from '../tests/fakes/fake-media-tools.ts';
import { fakeFilms } from '../tests/simulators/engines/fake-films.ts';
import { startVideosSimulator } from '../tests/simulators/engines/videos/videos-simulator.ts';
import type { Figure } from './figure.ts';
import { createProcessorClock, load } from './support/processor-time.ts';

const IN_FLIGHT = 200;
const REQUESTS = 600;
const RENDER_MS = 15_000;
const POLL_SECONDS = 2;

/** Clips a second with 200 operations at an engine in one worker, against what the engine could make at best. */
export async function figures(): Promise<Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'open-call-in-flight-'));
  const simulator = await startVideosSimulator({ dialect: 'sglang', films: fakeFilms, renderMs: RENDER_MS });
  const app = await start(directory, simulator.url);
  try {
    await ask(app, REQUESTS);
    const processorMs = createProcessorClock();
    const begun = performance.now();
    await approveAll(app);
    const { requests } = app.parts.store;
    while ((await requests.count({ states: ['delivered'] })) < REQUESTS) await delay(100);
    const seconds = (performance.now() - begun) / 1000;
    const { status, list } = simulator.vendor.calls;
    const value = REQUESTS / seconds;
    // The first fill of the engine's places is theirs too.
    const limit = REQUESTS / ((RENDER_MS / 1000) * Math.ceil(REQUESTS / IN_FLIGHT));
    const looks = (REQUESTS * RENDER_MS) / 1000 / POLL_SECONDS;
    return [
      {
        name: 'in-flight',
        ...{ value, unit: 'clips/s', limit, ratio: value / limit, target: 'ratio ≥ 0.8' },
        note: `${REQUESTS} clips of ${RENDER_MS / 1000} s of rendering each, ${IN_FLIGHT} at a time, looked at every ${POLL_SECONDS} s (about ${looks} looks): ${status} status calls and ${list} lists; ${(processorMs() / REQUESTS).toFixed(1)} ms of processor a clip with the engine's simulator and everything else in this process, ${load()}`,
      },
    ];
  } finally {
    await app.stop(1000);
    await simulator.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function start(directory: string, url: string): Promise<App> {
  const result = readConfig({
    environment: {
      ...{ DATA_DIR: directory, OPEN_PER_MEMBER: '100000', PER_MEMBER_PER_DAY: '100000', IN_FLIGHT_PER_MEMBER: '1000' },
      ...{ ENGINE: 'openai-videos', ENGINE_URL: url, ENGINE_DIALECT: 'sglang', ENGINE_PRICE_PER_SECOND: '0.1' },
      ...{ ENGINE_POLL_SECONDS: String(POLL_SECONDS), ENGINE_CONCURRENCY: String(IN_FLIGHT) },
    },
    envFile: '',
  });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return startApp({
    config: { ...result.config, roles: ['bots', 'worker'], PICTURE_CHECK: 'off' },
    logger: pino({ level: 'silent' }),
    replace: (parts) => ({ ...parts, media: createFakeMediaTools() }),
  });
}

async function ask({ parts: { store } }: App, count: number): Promise<void> {
  for (let place = 0; place < count; place += 1) {
    await store.roomPosts.add({
      author: { platform: 'room', id: `m${place % 50}`, name: `m${place % 50}` },
      ...{ kind: 'post', text: `@opencall a paper boat ${place} --seconds 1 --resolution 360 --sound none` },
      ...{ locale: 'en', picture: null, video: null, inReplyTo: null, requestId: null, key: `ask-${place}` },
      postedAt: new Date().toISOString(),
    });
  }
  while ((await store.requests.count({ states: ['in-review'] })) < count) await delay(50);
}

async function approveAll({ parts: { store }, desk }: App): Promise<void> {
  const waiting = await store.requests.list({ states: ['in-review'], order: 'oldest', limit: REQUESTS });
  await Promise.all(waiting.map(({ id }) => desk.act(id, 'noor', { action: 'approve' })));
}
