import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder, waitUntil } from '../services.ts';
import type { LedgerEntry } from '../simulators/x/ledger.ts';
import type { Post } from '../simulators/x/world.ts';
import { createXSimulator, type XSimulator } from '../simulators/x/x-simulator.ts';
import { type AppProcess, startAppProcess } from './support/app-process.ts';
import { signIn } from './support/browser-like.ts';

const PROMPT = 'a paper boat sails down a rainy street --seconds 1 --resolution 360 --sound none';

let simulator: XSimulator;
let dataDirectory: string;
let app: AppProcess | null;

beforeEach(async () => {
  simulator = await createXSimulator();
  dataDirectory = dataFolder('x');
  app = null;
});
afterEach(async () => {
  await app?.kill();
  await rm(dataDirectory, { recursive: true, force: true });
  await simulator.close();
});

async function start(): Promise<AppProcess> {
  const { keys, url } = simulator;
  const environment = {
    X_API_URL: url,
    X_APP_KEY: keys.appKey,
    X_APP_SECRET: keys.appSecret,
    X_ACCESS_TOKEN: keys.accessToken,
    X_ACCESS_SECRET: keys.accessSecret,
    X_AI_REPLIES_APPROVED: 'true',
    X_POLL_SECONDS: '0.1',
  };
  const started = await startAppProcess({ dataDirectory, environment });
  if (!started) throw new Error('the app did not start');
  app = started;
  return started;
}

/** A mention, and a curator who approves it. */
async function askAndApprove({ url, link }: AppProcess): Promise<Post> {
  const post = simulator.say(simulator.addUser('mina', 'Mina'), `@opencall ${PROMPT}`);
  const curator = await signIn(() => url, link);
  const line = async () => (await curator.waiting()).lines[0];
  await waitUntil(async () => (await line()) !== undefined, 'the request', 60_000);
  await curator.act((await line())?.id ?? '', { action: 'approve' });
  return post;
}

const reply = (post: Post) => simulator.until('the reply', () => simulator.repliesTo(post)[0], 90_000);

async function expectOneReply(post: Post): Promise<void> {
  const [made, ...more] = simulator.repliesTo(post);
  expect(more).toEqual([]);
  const [media] = simulator.mediaOf(made as never);
  expect(media && simulator.bytesOf(media).subarray(4, 8).toString()).toBe('ftyp');
  expect(made).toMatchObject({ madeWithAi: true });
  expect(simulator.violations).toEqual([]);
  expect([...simulator.ledger.bought.keys()].sort()).toEqual(['own-read', 'reply']);
  // The mention was read, and looked up again for nothing on the same day.
  expect(simulator.ledger.dollars()).toBeLessThanOrEqual(0.012);
}

describe('from a mention on X to the reply', () => {
  it('with the clip that was made', { timeout: 120_000 }, async () => {
    const post = await askAndApprove(await start());
    await reply(post);
    await expectOneReply(post);
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
    const first = await start();
    // The answer to it never comes: what X did, the app cannot know.
    simulator.faults.arm(
      { method: 'POST', body: () => true, route: /append|finalize|tweets/ },
      { kind: 'late', ms: 200 },
      100,
    );
    const killed = simulator
      .until('the moment', () => simulator.requests().find((each) => each.status > 0 && isTheMoment(each)), 90_000)
      .then(() => first.kill());
    const post = await askAndApprove(first);
    await killed;
    simulator.faults.clear();
    await start();
    await reply(post);
    const curator = await signIn(() => app?.url ?? '', app?.link ?? '');
    await waitUntil(async () => (await curator.waiting()).lines.length === 0, 'nothing left');
    await expectOneReply(post);
  });
});
