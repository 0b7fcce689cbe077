import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, waitUntil } from '../services.ts';
import type { LedgerEntry } from '../simulators/x/ledger.ts';
import type { Post } from '../simulators/x/world.ts';
import { createXSimulator, type XSimulator } from '../simulators/x/x-simulator.ts';
import { type AppProcess, startAppProcess } from './support/app-process.ts';
import { type Curator, signIn } from './support/browser-like.ts';

const PROMPT = 'a paper boat sails down a rainy street --seconds 1 --resolution 360 --sound none';

let simulator: XSimulator;
let dataDirectory: string;
let app: AppProcess | null = null;
let curator: Curator;
let people = 0;
let paid = 0;

// One app after another on the same records, each test with a person of its own: a start takes longer than a life.
beforeAll(async () => {
  simulator = await createXSimulator();
  dataDirectory = dataFolder('x');
  await start();
});
afterAll(async () => {
  await app?.kill();
  await rm(dataDirectory, { recursive: true, force: true });
  await simulator.close();
});

async function start(more: Record<string, string> = {}): Promise<void> {
  const { keys, url } = simulator;
  const environment = {
    ...{ X_API_URL: url, X_APP_KEY: keys.appKey, X_APP_SECRET: keys.appSecret },
    ...{ X_ACCESS_TOKEN: keys.accessToken, X_ACCESS_SECRET: keys.accessSecret },
    ...{ X_AI_REPLIES_APPROVED: 'true', X_POLL_SECONDS: '0.1', ...more },
  };
  const started = await startAppProcess({ dataDirectory, environment });
  if (!started) throw new Error('the app did not start');
  app = started;
  curator = await signIn(() => started.url, started.link);
}

/** A mention, and a curator who approves it. */
async function askAndApprove(): Promise<Post> {
  people += 1;
  const post = simulator.say(simulator.addUser(`mina${people}`, 'Mina'), `@opencall ${PROMPT}`);
  const line = async () => (await curator.waiting()).lines[0];
  await waitUntil(async () => (await line()) !== undefined, 'the request', 60_000);
  await curator.act((await line())?.id ?? '', { action: 'approve' });
  return post;
}

const reply = (post: Post) => simulator.until('the reply', () => simulator.repliesTo(post)[0], 90_000);

async function expectOneReply(post: Post): Promise<Buffer> {
  const [made, ...more] = simulator.repliesTo(post);
  expect(more).toEqual([]);
  expect(made).toMatchObject({ madeWithAi: true });
  expect(simulator.violations).toEqual([]);
  expect([...simulator.ledger.bought.keys()].sort()).toEqual(['alt-text', 'own-read', 'reply']);
  // The mention was read, and looked up again for nothing on the same day; the clip was described and sent once, and at most
  // looked for among our own posts.
  expect(simulator.ledger.dollars() - paid).toBeLessThan(0.0175);
  paid = simulator.ledger.dollars();
  const [media] = simulator.mediaOf(made as Post);
  return media ? simulator.bytesOf(media) : Buffer.alloc(0);
}

describe('from a mention on X to the reply', () => {
  it('with the clip that was made', { timeout: 120_000 }, async () => {
    const post = await askAndApprove();
    await reply(post);
    expect((await expectOneReply(post)).subarray(4, 8).toString()).toBe('ftyp');
  });

  const KILLED: [string, (entry: LedgerEntry) => boolean][] = [
    ['while the video goes up', ({ route }) => route.endsWith('/append')],
    ['while X works on the video', ({ route }) => route.endsWith('/finalize')],
    [
      'when the reply is there, before that is saved',
      ({ method, route }) => method === 'POST' && route === '/2/tweets',
    ],
  ];

  it.each(KILLED)('killed %s, once', { timeout: 150_000 }, async (_, isTheMoment) => {
    const first = app;
    const before = simulator.requests().length;
    // The answer to it never comes: what X did, the app cannot know.
    simulator.faults.arm(
      { method: 'POST', body: () => true, route: /append|finalize|tweets/ },
      { kind: 'late', ms: 200 },
      100,
    );
    const isIt = (each: LedgerEntry) => each.status > 0 && isTheMoment(each);
    const killed = simulator
      .until('the moment', () => simulator.requests().slice(before).find(isIt), 90_000)
      .then(() => first?.kill());
    const post = await askAndApprove();
    await killed;
    simulator.faults.clear();
    // What the clip looks like does not matter any more.
    await start({ INSTANT_ENGINE: 'true' });
    await reply(post);
    await waitUntil(async () => (await curator.waiting()).lines.length === 0, 'nothing left');
    expect((await expectOneReply(post)).length).toBeGreaterThan(0);
  });
});
