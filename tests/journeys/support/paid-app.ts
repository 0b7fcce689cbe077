import { pino } from 'pino';
import { type App, startApp } from '../../../src/app/compose.ts';
import { readConfig } from '../../../src/app/config.ts';
import { createFakeMediaTools } from '../../fakes/fake-media-tools.ts';
import { waitUntil } from '../../machine/wait-until.ts';

/** What the app stands at, told to the parent. */
export interface PaidProgress {
  delivered: number;
  held: number;
  other: number;
}

const result = readConfig({ environment: process.env, envFile: '' });
if (!result.ok) throw new Error(result.errors.join('\n'));
const asked = Number(process.env.ASK ?? 0);

const app = await startApp({
  // Its clips are no videos that anybody could look at.
  config: { ...result.config, roles: ['bots', 'worker'], PICTURE_CHECK: 'off' },
  logger: pino({ level: 'silent' }),
  replace: (parts) => ({ ...parts, media: createFakeMediaTools() }),
});
await askForAll(app, asked);
for (;;) {
  await approveAll(app);
  process.send?.(await progress(app));
  await new Promise((resolve) => setTimeout(resolve, 250));
}

/** Posts that are there already are known by their key. */
async function askForAll({ parts: { store } }: App, count: number): Promise<void> {
  const there = (await store.requests.count({})) ?? 0;
  for (let place = there; place < count; place += 1) {
    await store.roomPosts.add({
      author: { platform: 'room', id: `m${place % 50}`, name: `m${place % 50}` },
      kind: 'post',
      text: `@opencall a paper boat #${place}# --seconds 1 --resolution 360 --sound none`,
      ...{ locale: 'en', picture: null, video: null, inReplyTo: null, requestId: null },
      key: `ask-${place}`,
      postedAt: new Date().toISOString(),
    });
  }
  await waitUntil(async () => (await store.requests.count({})) === count, 'all requests', 120_000);
}

async function approveAll({ parts: { store }, desk }: App): Promise<void> {
  const waiting = await store.requests.list({ states: ['in-review'], order: 'oldest', limit: 1000 });
  await Promise.all(waiting.map(({ id }) => desk.act(id, 'noor', { action: 'approve' })));
}

async function progress({ parts: { store } }: App): Promise<PaidProgress> {
  const delivered = await store.requests.count({ states: ['delivered'] });
  const generating = await store.requests.list({ states: ['generating'], order: 'oldest', limit: 1000 });
  const held = generating.filter((each) => each.state === 'generating' && each.shots[0]?.state === 'uncertain').length;
  return { delivered, held, other: (await store.requests.count({})) - delivered - held };
}
