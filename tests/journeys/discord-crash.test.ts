import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newServer } from '../../src/bots/discord/servers/discord-server.ts';
import { openStore } from '../../src/store/open-store.ts';
import { dataFolder } from '../services.ts';
import { createDiscordSimulator, type DiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Channel, Guild, Message } from '../simulators/discord/world/world.ts';
import { fakeFilms } from '../simulators/engines/fake-films.ts';
import { startVideosSimulator, type VideosSimulator } from '../simulators/engines/videos/videos-simulator.ts';
import { textOf } from '../unit/bots/discord/read-card.ts';
import { type AppProcess, startAppProcess } from './support/app-process.ts';
import { type Curator, signIn } from './support/browser-like.ts';
import type { CrashPoint } from './support/crash-points.ts';

const at = (call: string, when: CrashPoint['when'], about?: string): CrashPoint => ({
  call,
  when,
  nth: 1,
  ...(about !== undefined && { about }),
});
const kind = (event: string) => `"kind":"${event}"`;

/** Between an event of the gateway and its commit, and around each kind of post. The app dies at each, in this order. */
const POINTS: readonly CrashPoint[] = [
  at('store.requests.create', 'before'),
  at('store.requests.create', 'after'),
  at('store.ownPosts.posted', 'before', '"n0'),
  at('platforms.discord.publish', 'after', kind('status')),
  at('platforms.discord.publish', 'before', kind('clip')),
  at('platforms.discord.publish', 'after', kind('clip')),
  at('store.ownPosts.posted', 'after', '"c.'),
  at('store.requests.save', 'before', kind('reply-posted')),
  at('platforms.discord.publish', 'after', kind('answer')),
];
const WITHIN_MS = 400_000;

let dataDirectory: string;
let simulator: DiscordSimulator;
let guild: Guild;
let channel: Channel;
let review: Channel;
let engine: VideosSimulator;
let app: AppProcess | null = null;
let curator: Curator;
let starts = 0;

beforeEach(async () => {
  dataDirectory = dataFolder('discord-crash');
  // No nonce is remembered, as when the bot was away for longer: what keeps a post from being made twice is the look.
  simulator = await createDiscordSimulator({ routeLimit: null, nonceMs: 0 });
  guild = simulator.world.addGuild('Paper Theatre');
  channel = simulator.world.addChannel(guild, 'clips');
  review = simulator.world.addChannel(guild, 'review');
  engine = await startVideosSimulator({ dialect: 'sglang', films: fakeFilms, renderMs: 50 });
  // As an admin sets it up.
  const store = await openStore({ databaseUrl: null, directory: dataDirectory });
  await store.discordServers.save({ ...newServer(guild.id), reviewChannel: review.id });
  await store.close();
});
afterEach(async () => {
  await app?.kill();
  await Promise.all([simulator.close(), engine.close()]);
  await rm(dataDirectory, { recursive: true, force: true });
});

/** Starts it with the next of the points, and again whenever it dies, every other time without what Redis held. */
async function keepRunning(): Promise<void> {
  while (!app) {
    const crash = POINTS[starts];
    if (starts % 2 === 1) await rm(join(dataDirectory, 'redis'), { recursive: true, force: true });
    starts += 1;
    const started = await startAppProcess({
      dataDirectory,
      environment: {
        ...{ DISCORD_TOKEN: simulator.token, DISCORD_API_URL: simulator.url, DISCORD_SERVERS: guild.id },
        ...{ ENGINE: 'openai-videos', ENGINE_URL: engine.url, ENGINE_DIALECT: 'sglang', ENGINE_POLL_SECONDS: '0.1' },
        FAKE_MEDIA: 'yes',
      },
      ...(crash && { crash }),
    });
    if (!started) continue;
    app = started;
    void started.died.then(() => {
      app = null;
    });
    curator = await signIn(() => started.url, started.link);
  }
}

/** Approves whatever waits, until it is there. */
async function until(what: string, isThere: () => boolean): Promise<void> {
  const end = Date.now() + WITHIN_MS;
  let cause: unknown;
  while (!isThere()) {
    if (Date.now() > end) throw new Error(`${what} did not come within ${WITHIN_MS} ms`, { cause });
    try {
      await keepRunning();
      const { lines } = await curator.waiting();
      for (const { id } of lines) await curator.act(id, { action: 'approve' });
    } catch (error) {
      // It died just then.
      cause = error;
    }
    // The desk is asked no more often than a page may.
    await delay(250);
  }
}

const answersTo = ({ id }: Message) =>
  simulator.visible(channel).filter(({ reference, author }) => reference?.messageId === id && author.bot);
const cardsIn = () => simulator.visible(review).map((card) => textOf(card));
const clipsFor = (message: Message) => answersTo(message).filter(({ files }) => files.length > 0);

it('killed between what Discord tells and its commit, and between sending and saving: everything is there once', {
  timeout: 900_000,
}, async () => {
  const asked: Message[] = [];
  while (starts < POINTS.length) {
    await keepRunning();
    const person = simulator.world.addMember(guild, `Person ${asked.length}`);
    const words = `a paper boat, number ${asked.length} on a lake`;
    const message = simulator.say(person, channel, words, { mentions: [simulator.bot] });
    asked.push(message);
    await until(`clip ${asked.length}`, () => clipsFor(message).length > 0);
    await until('the end of its status', () => isToldOfClip(message));
  }
  const nothing = simulator.say(simulator.world.addMember(guild, 'Nobody'), channel, '', { mentions: [simulator.bot] });
  await until('the last crash', () => starts > POINTS.length);
  await until('the answer', () => answersTo(nothing).length > 0);
  const last = simulator.say(simulator.world.addMember(guild, 'Last'), channel, 'a kite over the sea', {
    mentions: [simulator.bot],
  });
  await until('the last clip', () => clipsFor(last).length > 0);

  for (const message of [...asked, last]) {
    expect(clipsFor(message), message.content).toHaveLength(1);
    expect(answersTo(message), message.content).toHaveLength(2);
    const pinged = simulator.pings().filter(({ messageId }) => messageId === clipsFor(message)[0]?.id);
    expect(pinged.map(({ target }) => target)).toEqual([message.author.id]);
    const prompt = message.content.slice(message.content.indexOf('> ') + 2);
    // What is approved at the desk before its card could be posted needs none.
    const cards = cardsIn().filter((card) => card.includes(`> ${prompt}`));
    expect(cards.length, message.content).toBeLessThanOrEqual(1);
  }
  expect(cardsIn()).not.toEqual([]);
  expect(answersTo(nothing)).toHaveLength(1);
  expect(starts).toBe(POINTS.length + 1);
  expect(simulator.violations).toEqual([]);
  await expectSoundRecords(asked.length + 1);
});

/** The status leads to the clip. */
function isToldOfClip(message: Message): boolean {
  const status = answersTo(message).find(({ files }) => files.length === 0)?.content ?? '';
  return status.includes(clipsFor(message)[0]?.id ?? 'no clip');
}

async function expectSoundRecords(requests: number): Promise<void> {
  await app?.stop();
  expect(engine.vendor.bill, 'started at the engine').toHaveLength(requests);
  const store = await openStore({ databaseUrl: null, directory: dataDirectory });
  try {
    const all = await store.requests.list({ order: 'oldest', limit: 100 });
    expect(all.map(({ state }) => state)).toEqual(Array.from({ length: requests }, () => 'delivered'));
    expect(await store.work.counts()).toEqual({ open: 0, queued: 0, running: 0 });
  } finally {
    await store.close();
  }
}
