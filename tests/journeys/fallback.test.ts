import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/compose.ts';
import type { Parts } from '../../src/app/parts.ts';
import { withCircuitBreaker } from '../../src/generation/circuit-breaker.ts';
import { createTranslatingWriter } from '../../src/generation/script/translating-writer.ts';
import type { VideoEngine } from '../../src/generation/video-engine.ts';
import { createFakeVendor, createFakeVideoEngine, type FakeVendor } from '../fakes/fake-video-engine.ts';
import { dataFolder } from '../services.ts';
import { askInRoom, startWithFakeEngine, untilState } from './support/fake-engine-app.ts';

let dataDirectory: string;
let vendor: FakeVendor;
let other: FakeVendor;
let app: App;
beforeEach(async () => {
  dataDirectory = dataFolder('fallback');
  vendor = createFakeVendor();
  other = createFakeVendor();
});
afterEach(async () => {
  await app.stop(1000);
  await rm(dataDirectory, { recursive: true, force: true });
});

async function start(engine: VideoEngine, more: Partial<Parts> = {}): Promise<void> {
  const fallbackEngine = { ...createFakeVideoEngine({ vendor: other }), id: 'other' };
  app = await startWithFakeEngine({
    dataDirectory,
    engine,
    replace: (parts) => ({ ...parts, fallbackEngine, ...more }),
  });
}

async function approve(text = 'a paper boat --seconds 1'): Promise<string> {
  const { id } = await askInRoom(app, text);
  await app.desk.act(id, 'noor', { action: 'approve' });
  return id;
}

const refusing = (kind: 'engine' | 'moderation'): VideoEngine => ({
  ...createFakeVideoEngine({ vendor }),
  start: async () => ({ outcome: 'refused', failure: { kind, message: 'It cannot' } }),
});

describe('another engine makes the clip', () => {
  it('where the first is left alone since it is down, and what was reserved there is given back', async () => {
    const down = createFakeVideoEngine({ vendor, faultAtStart: () => 'not-sent' });
    await start(withCircuitBreaker(down, { clock: () => new Date(), failures: 1 }));
    const request = await untilState(app, await approve(), 'delivered');
    expect([vendor.charges.length, other.charges.length]).toEqual([0, 1]);
    const days = await app.parts.store.ledger.days('2000-01-01');
    expect(days.map(({ engine, chargedUsd, uncertainUsd }) => [engine, chargedUsd, uncertainUsd])).toEqual([
      ['fake', 0, 0],
      ['other', 0.1, 0],
    ]);
    const history = await app.parts.store.requests.history(request.id);
    expect(history.find(({ event }) => event.kind === 'engine-replaced')?.event).toMatchObject({ engine: 'other' });
  });

  it('where the first says that it cannot', async () => {
    await start(refusing('engine'));
    await untilState(app, await approve(), 'delivered');
    expect(other.charges).toHaveLength(1);
  });

  it('and is told it in words that it reads, though the first would have known the others', async () => {
    const { limits, ...rest } = createFakeVideoEngine({ vendor: other });
    const writer = createTranslatingWriter({ translate: async () => 'a paper boat in the rain' });
    const fallbackEngine = { ...rest, id: 'other', limits: { ...limits, languages: ['en'] } };
    await start(refusing('engine'), { fallbackEngine, writer });
    await untilState(app, await approve('قارب ورقي يبحر في شارع ممطر --seconds 1'), 'delivered');
    expect(other.charges).toMatchObject([{ order: { prompt: 'a paper boat in the rain' } }]);
  });

  it('but not what the first will not make for what it is', async () => {
    await start(refusing('moderation'));
    await untilState(app, await approve(), 'failed');
    expect(other.charges).toHaveLength(0);
  });

  it('and not where the first may have begun', async () => {
    await start(createFakeVideoEngine({ vendor, faultAtStart: (nth) => (nth === 1 ? 'answer-lost' : null) }));
    await untilState(app, await approve(), 'delivered');
    expect([vendor.charges.length, other.charges.length]).toEqual([1, 0]);
  });
});
