import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setImmediate as breathe, setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeArguments } from '../../scripts/launch/node-arguments.mjs';
import {
  dataFolder,
  describeWith,
  freshDatabase,
  startRedis,
  type TestDatabase,
  type TestRedis,
  waitUntil,
} from '../services.ts';
import { createDiscordSimulator, type DiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Channel, Guild, Message } from '../simulators/discord/world/world.ts';
import type { Post } from '../simulators/x/world.ts';
import { createXSimulator, type XSimulator } from '../simulators/x/x-simulator.ts';
import type { Standing } from './support/approving-app.ts';

/** A usual run takes few; what was run once with more stands in docs/measurements.md. */
const MENTIONS = Number(process.env.X_JOURNEY_MENTIONS ?? 60);
const KILLS = 3;
const WITHIN_MS = 60_000 + MENTIONS * 1000;
const PLENTY = { count: 1_000_000, perMs: 60_000 };

/** mulberry32 (public domain): the same chaos in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describeWith('redis', 'with a real Redis', () =>
  describeWith('postgres', 'and a real PostgreSQL', () => {
    const random = seeded(4);
    let [redis, database]: [TestRedis | null, TestDatabase | null] = [null, null];
    let dataDirectory = '';
    let x: XSimulator;
    let discord: DiscordSimulator;
    let guild: Guild;
    let channels: Channel[] = [];
    let app: ChildProcess | null = null;
    let standing: Standing = { requests: 0, open: 0 };

    beforeEach(async () => {
      [redis, database] = await Promise.all([startRedis(), freshDatabase()]);
      dataDirectory = dataFolder('both');
      x = await createXSimulator({
        limits: { 'POST /2/tweets': PLENTY, 'GET /2/users/{id}/mentions': PLENTY, 'GET /2/users/{id}/tweets': PLENTY },
      });
      // No nonce is remembered: what keeps a post from being made twice is the look.
      discord = await createDiscordSimulator({ routeLimit: null, globalLimit: PLENTY, nonceMs: 0 });
      guild = discord.world.addGuild('Paper Theatre');
      channels = Array.from({ length: 5 }, (_, place) => discord.world.addChannel(guild, `clips-${place}`));
    });
    afterEach(async () => {
      app?.kill('SIGKILL');
      await Promise.all([x.close(), discord.close()]);
      await Promise.all([redis?.stop(), database?.drop(), rm(dataDirectory, { recursive: true, force: true })]);
    });

    function start(): void {
      const { keys } = x;
      app = fork(new URL('./support/approving-app.ts', import.meta.url), {
        env: {
          ...process.env,
          ...{ DATA_DIR: dataDirectory, DATABASE_URL: database?.url, REDIS_URL: redis?.url, LEASE_SECONDS: '2' },
          ...{ OPEN_PER_MEMBER: '100', PER_MEMBER_PER_DAY: '100', IN_FLIGHT_PER_MEMBER: '100' },
          ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
          ...{ X_API_URL: x.url, X_APP_KEY: keys.appKey, X_APP_SECRET: keys.appSecret },
          ...{ X_ACCESS_TOKEN: keys.accessToken, X_ACCESS_SECRET: keys.accessSecret, X_BEARER_TOKEN: keys.bearer },
          ...{ X_AI_REPLIES_APPROVED: 'true', X_DAILY_DOLLARS: '1000', X_POLL_SECONDS: '0.25' },
        },
        execArgv: nodeArguments,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      app.on('message', (message) => {
        standing = message as Standing;
      });
    }

    async function kill(): Promise<void> {
      const dead = app && once(app, 'exit');
      app?.kill('SIGKILL');
      await dead;
    }

    /** One of an author's own on X; null where X does not let it be answered, or nothing is asked. */
    function sayOnX(place: number): { post: Post; answered: boolean } {
      const author = x.addUser(`person${place}`, `Person ${place}`);
      const words = `a paper boat, number ${place}`;
      switch (place % 20) {
        case 0:
          return { post: x.say(author, words), answered: false };
        case 1:
          return { post: x.say(author, `@opencaller ${words}`), answered: false };
        case 2:
          return { post: x.say(author, `@opencall ${words}, to be declined`), answered: false };
        case 3:
          return { post: x.say(author, '@opencall stop'), answered: false };
        case 4: {
          const post = x.say(author, `@opencall ${words}`);
          x.delete(post);
          return { post, answered: false };
        }
        case 5: {
          author.protected = true;
          return { post: x.say(author, `@opencall ${words}`), answered: false };
        }
        case 6:
        case 7:
          // Listed once others that came later are heard, and never told by the stream's first word alone.
          return { post: x.say(author, `@opencall ${words}`, { listed: false }), answered: true };
        default:
          return { post: x.say(author, `@opencall ${words}`), answered: true };
      }
    }

    function sayOnDiscord(place: number) {
      const [author, silent, declined] = [
        discord.world.addMember(guild, `Member ${place}`),
        place % 15 === 0,
        place % 15 === 1,
      ];
      const words = `a kite, number ${place}${declined ? ', to be declined' : ''}`;
      const channel = channels[place % channels.length] as Channel;
      const message = discord.say(author, channel, words, { mentions: silent ? [] : [discord.bot] });
      return { message, channel, answered: !silent && !declined };
    }

    const clipsFor = ({ message, channel }: { message: Message; channel: Channel }) =>
      discord
        .visible(channel)
        .filter(
          ({ reference, author, files }) => reference?.messageId === message.id && author.bot && files.length > 0,
        );
    const repliesOnX = () => [...x.world.posts.values()].filter(({ author }) => author === x.bot).length;

    it(`answers who may be answered once and nobody else, of ${MENTIONS} on Discord and X, killed ${KILLS} times`, {
      timeout: 2 * WITHIN_MS,
    }, async () => {
      const onX: ReturnType<typeof sayOnX>[] = [];
      const onDiscord: ReturnType<typeof sayOnDiscord>[] = [];
      start();
      for (let place = 0; place < MENTIONS; place += 1) {
        // Seven of ten on X.
        if (place % 10 < 7) onX.push(sayOnX(onX.length));
        else onDiscord.push(sayOnDiscord(onDiscord.length));
        if (place % 10 === 9) await breathe();
      }
      const mayBeAnswered = onX.filter(({ answered }) => answered).length;
      const listed = onX.filter(({ post }) => post.listed && !post.deleted).length;
      for (let nth = 1; nth <= KILLS; nth += 1) {
        const after = Math.floor(((nth - random()) / (KILLS + 1)) * Math.min(mayBeAnswered, listed));
        await waitUntil(() => repliesOnX() >= after, `reply ${after} on X`, WITHIN_MS);
        await delay(random() * 300);
        await kill();
        if (nth === 2) await redis?.wipe();
        for (const { post } of onX) post.listed = true;
        start();
      }
      await waitUntil(() => repliesOnX() >= mayBeAnswered, 'all replies on X', WITHIN_MS);
      standing = { requests: 0, open: Number.POSITIVE_INFINITY };
      await waitUntil(() => standing.open === 0, 'all to be settled', WITHIN_MS);
      await kill();

      const wrongOnX = onX.filter(({ post, answered }) => x.repliesTo(post).length !== (answered ? 1 : 0));
      expect(wrongOnX.map(({ post }) => post.text)).toEqual([]);
      expect(repliesOnX()).toBe(mayBeAnswered);
      const wrongOnDiscord = onDiscord.filter((each) => clipsFor(each).length !== (each.answered ? 1 : 0));
      expect(wrongOnDiscord.map(({ message }) => message.content)).toEqual([]);
      expect([...x.violations, ...discord.violations]).toEqual([]);
    });
  }),
);
