import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeWith, freshDatabase, startRedis, type TestDatabase, type TestRedis } from '../services.ts';
import { createDiscordSimulator, type DiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { shardOf } from '../simulators/discord/gateway/session.ts';
import type { Channel, Guild, Member, Message } from '../simulators/discord/world/world.ts';
import { type AppProcess, startAppProcess } from './support/app-process.ts';

const SHARDS = 2;
const WITHIN_MS = 120_000;

interface Server {
  guild: Guild;
  channel: Channel;
  person: Member;
}

describeWith('postgres', 'with PostgreSQL', () => {
  describeWith('redis', 'and Redis', () => {
    let dataDirectory: string;
    let database: TestDatabase;
    let redis: TestRedis;
    let simulator: DiscordSimulator;
    /** One server in each shard. */
    let servers: Server[];
    const running: AppProcess[] = [];
    /** Moments at which two processes heard the same shard. */
    let heardTwice: string[];

    beforeEach(async () => {
      dataDirectory = await mkdtemp(join(tmpdir(), 'open-call-shards-'));
      [database, redis] = await Promise.all([freshDatabase(), startRedis()]);
      simulator = await createDiscordSimulator({ routeLimit: null });
      servers = Array.from({ length: SHARDS }, (_, shard) => openServer(shard));
      heardTwice = [];
      simulator.watch(() => {
        const heard = connected().map(([id]) => id);
        if (new Set(heard).size < heard.length) heardTwice.push(JSON.stringify(heard));
      });
    });
    afterEach(async () => {
      await Promise.all(running.splice(0).map((app) => app.kill()));
      await simulator.close();
      await Promise.all([database.drop(), redis.stop(), rm(dataDirectory, { recursive: true, force: true })]);
    });

    function openServer(shard: number): Server {
      for (;;) {
        const guild = simulator.world.addGuild(`Server ${shard}`);
        if (shardOf(guild.id, SHARDS) !== shard) continue;
        const channel = simulator.world.addChannel(guild, 'clips');
        return { guild, channel, person: simulator.world.addMember(guild, `Person ${shard}`) };
      }
    }
    const connected = () =>
      [...simulator.gateway.sessions.all.values()].filter(({ connection }) => connection).map(({ shard }) => shard);
    const untilConnected = (count: number) =>
      simulator.until(`${count} shards`, () => connected().length === count, WITHIN_MS);

    async function start(shardsPerProcess: number): Promise<AppProcess> {
      const app = await startAppProcess({
        dataDirectory,
        environment: {
          ...{ ROLES: 'bots', DATABASE_URL: database.url, REDIS_URL: redis.url, LEASE_SECONDS: '3' },
          ...{ DISCORD_TOKEN: simulator.token, DISCORD_API_URL: simulator.url, DISCORD_SHARDS: String(SHARDS) },
          DISCORD_SHARDS_PER_PROCESS: String(shardsPerProcess),
        },
      });
      if (!app) throw new Error('it died');
      running.push(app);
      return app;
    }

    const asked: Message[] = [];
    const askEverywhere = (text: string) =>
      servers.map(({ person, channel }) => {
        const message = simulator.say(person, channel, text, { mentions: [simulator.bot] });
        asked.push(message);
        return message;
      });
    const answersTo = ({ id, channelId }: Message) => {
      const server = servers.find(({ channel }) => channel.id === channelId) as Server;
      return simulator.visible(server.channel).filter(({ reference }) => reference?.messageId === id);
    };
    const untilAnswered = (messages: readonly Message[]) =>
      simulator.until('the answers', () => messages.every((each) => answersTo(each).length > 0), WITHIN_MS);

    it('each shard is heard by one process, the next takes over, and nothing is missed or answered twice', {
      timeout: 600_000,
    }, async () => {
      const first = await start(1);
      await untilConnected(1);
      const second = await start(2);
      // The second has one and stands by for the other.
      await untilConnected(2);
      await untilAnswered(askEverywhere('a paper boat'));

      await first.kill();
      const alone = askEverywhere('a kite, while one half hears');
      await untilConnected(2);
      await untilAnswered(alone);

      await start(2);
      expect(connected()).toHaveLength(2);
      await untilAnswered(askEverywhere('a whale, while a copy stands by'));
      for (const { person, channel } of servers) {
        const interaction = simulator.command(person, channel, 'my requests');
        await interaction.answered;
      }

      const stopping = second.stop();
      const meanwhile = askEverywhere('a train, while it changes hands');
      await untilAnswered(meanwhile);
      await stopping;
      await untilConnected(2);

      for (const message of asked) expect(answersTo(message), message.content).toHaveLength(1);
      expect(heardTwice).toEqual([]);
      expect(simulator.violations).toEqual([]);
    });
  });
});
