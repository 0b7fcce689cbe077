import { beforeEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../../../services.ts';
import type { Channel, Member } from '../../../simulators/discord/world/world.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';

const records = recordsForFile();
const discord = discordForEachTest(records);
beforeEach(() => discord.start());

const LISTINGS = 'GET /channels/{channel_id}/messages';
const ask = (text: string, where: Channel = discord.channel, who: Member = discord.person) =>
  discord.simulator.say(who, where, text, { mentions: [discord.simulator.bot] });
const sessions = () => discord.simulator.gateway.sessions.all;
/** Every request of the person's is there once, and none besides; the last one to be asked has come. */
async function asked(...prompts: string[]): Promise<void> {
  await discord.request(prompts.length);
  const last = discord.simulator.world.addMember(discord.guild, 'Last');
  ask('the last one', discord.channel, last);
  await discord.request(1, last);
  const found = await discord.requestsOf(discord.person);
  expect(found.map(({ prompt }) => prompt).sort()).toEqual([...prompts].sort());
}

describe('a connection that ends', () => {
  it.each([
    ['told to come again (opcode 7)', () => discord.simulator.gateway.askToReconnect()],
    ['cut', () => discord.simulator.gateway.cutConnections()],
    ['timed out (4009)', () => discord.simulator.gateway.endConnections(4009)],
    ['for an unknown reason (4000)', () => discord.simulator.gateway.endConnections(4000)],
  ])('%s is resumed: the session stays, and nothing is listed', async (_, end) => {
    ask('a first boat');
    await discord.request();
    const before = [...sessions().keys()];
    end();
    ask('a second boat');
    await asked('a first boat', 'a second boat');
    expect([...sessions().keys()]).toEqual(before);
    expect(discord.simulator.requests(LISTINGS)).toEqual([]);
  });

  it.each([
    ['dropped (opcode 9)', () => discord.simulator.gateway.dropSessions()],
    ['with too much sent (4008)', () => discord.simulator.gateway.endConnections(4008)],
    ['with a wrong number (4007)', () => discord.simulator.gateway.endConnections(4007)],
  ])('%s begins another session, and what was asked meanwhile is heard', async (_, end) => {
    ask('a first boat');
    await discord.request();
    discord.simulator.gateway.setClosed(true);
    end();
    await waitUntil(() => discord.simulator.gateway.connections().length === 0, 'the end of the connection');
    discord.simulator.gateway.sessions.all.clear();
    ask('a second boat');
    discord.simulator.gateway.setClosed(false);
    await asked('a first boat', 'a second boat');
  });

  it('without a word is noticed by the heartbeats that nobody answers', async () => {
    // Not for the others: on a busy machine such heartbeats come late and end connections by themselves.
    await discord.reopen({ heartbeatIntervalMs: 500 });
    await discord.start();
    const { gateway } = discord.simulator;
    ask('a first boat');
    await discord.request();
    const [before] = gateway.connections();
    gateway.setSilent(true);
    ask('a second boat');
    await waitUntil(() => before?.readyState === before?.CLOSED, 'the bot to give the connection up');
    gateway.setSilent(false);
    await asked('a first boat', 'a second boat');
  });

  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4013, 'update Open Call'],
    [4014, 'Privileged Gateway Intents'],
    [4011, 'DISCORD_SHARDS'],
  ])('for good (%i) is told to the operator', async (code, part) => {
    discord.simulator.gateway.endConnections(code);
    await waitUntil(() => discord.told.length > 0, 'the word to the operator');
    expect(discord.told[0]).toContain(part);
  });

  it('for good is told once, and tried again later', async () => {
    ask('a first boat');
    await discord.request();
    discord.simulator.gateway.endConnections(4004);
    await waitUntil(() => discord.told.length > 0, 'the word to the operator');
    ask('a second boat');
    await asked('a first boat', 'a second boat');
    expect(discord.told).toHaveLength(1);
  });
});

describe('a session that was lost', () => {
  it('is caught up with in every channel, thread and conversation while people go on asking', async () => {
    const { simulator, guild, channel, person } = discord;
    const { world, gateway } = simulator;
    const channels = [channel, ...['boats', 'kites', 'trains'].map((name) => world.addChannel(guild, name))];
    const elsewhere = world.addGuild('Another server');
    const abroad = world.addMember(elsewhere, person.user);
    const foreign = world.addChannel(elsewhere, 'clips');
    const direct = world.directChannel(person.user);
    simulator.say(person.user, direct, 'before, alone');
    ask('before');
    await discord.request(2);

    gateway.setClosed(true);
    gateway.dropSessions();
    gateway.cutConnections();
    const wanted = ['before', 'before, alone'];
    const want = (text: string, where: Channel, who = person) => {
      wanted.push(text);
      ask(text, where, who);
    };
    for (let index = 0; index < 3; index += 1) {
      for (const where of channels) want(`away ${index} ${where.name}`, where);
      want(`away ${index} abroad`, foreign, abroad);
      simulator.say(person.user, direct, `away ${index}, alone`);
      wanted.push(`away ${index}, alone`);
    }
    // Each listing takes a while, during which people go on.
    simulator.faults.arm({ method: 'GET', route: '/messages' }, { kind: 'slow', ms: 150 }, 20);
    gateway.setClosed(false);
    await simulator.until('the first listing', () => simulator.requests(LISTINGS).length > 0);
    for (let index = 0; index < 3; index += 1) {
      for (const where of channels) want(`back ${index} ${where.name}`, where);
      await simulator.until('a listing more', () => simulator.requests(LISTINGS).length > index + 1);
    }
    await asked(...wanted);
    expect(discord.errors).toEqual([]);
  });

  it('is caught up with in a thread', async () => {
    const { simulator, channel, person } = discord;
    const thread = simulator.world.addThread(channel, 'boats');
    ask('a first boat', thread);
    await discord.request();
    simulator.gateway.setClosed(true);
    simulator.gateway.dropSessions();
    simulator.gateway.cutConnections();
    simulator.say(person, thread, 'a boat in a thread', { mentions: [simulator.bot] });
    simulator.gateway.setClosed(false);
    await asked('a first boat', 'a boat in a thread');
  });

  it('of a server that Discord itself could not reach is caught up with when it is back', async () => {
    const { simulator, guild } = discord;
    ask('a first boat');
    await discord.request();
    simulator.world.setUnavailable(guild, true);
    simulator.gateway.setSilent(true);
    ask('a second boat');
    simulator.gateway.setSilent(false);
    simulator.world.setUnavailable(guild, false);
    await asked('a first boat', 'a second boat');
  });
});

it('stopped in the middle of catching up, the bot goes on where it was', async () => {
  let aheadMs = 0;
  await discord.reopen({ clock: () => new Date(Date.now() + aheadMs) });
  const { simulator } = discord;
  await discord.start();
  ask('a first boat');
  await discord.request();
  await discord.stop();
  ask('a second boat');
  // Longer ago than what is listed again in any case.
  aheadMs += 10 * 60_000;
  const failing = simulator.faults.arm({ method: 'GET', route: '/messages' }, { kind: 'status', status: 503 }, 1000);
  const starting = discord.start();
  await waitUntil(() => failing.struck() > 0, 'the listing that fails');
  ask('a third boat');
  await discord.request(2);
  await discord.stop();
  await starting;
  failing.disarm();
  await discord.start();
  await asked('a first boat', 'a second boat', 'a third boat');
});

it('thrown out of the server and let in again, the bot hears on', async () => {
  const { simulator, guild, channel, person } = discord;
  ask('a first boat');
  const made = await discord.make(await discord.request());
  simulator.world.throwOutBot(guild);
  await expect(discord.deliver(made)).rejects.toMatchObject({ retryable: true });
  await expect(discord.deliver(made)).rejects.toMatchObject({ retryable: true });
  await waitUntil(() => discord.told.length > 0, 'the word to the operator');
  simulator.say(person, channel, 'nobody hears this');
  simulator.world.inviteBot(guild);
  ask('a second boat');
  await asked('a first boat', 'a second boat');
  expect(await discord.deliver(made)).toMatchObject({ state: 'delivered' });
  expect(discord.told).toHaveLength(1);
});

it('says so when Discord lets it begin no more sessions today', async () => {
  await discord.reopen({ sessionStarts: 1 });
  await discord.start();
  await discord.stop();
  const starting = discord.start();
  await waitUntil(() => discord.told.length > 0, 'the word to the operator');
  expect(discord.told[0]).toContain('no more connections today');
  await discord.stop();
  await starting;
});

it('does not start with a token that Discord refuses', async () => {
  await discord.reopen({});
  discord.simulator.token = 'another.token';
  await expect(discord.start()).rejects.toMatchObject({ code: 'token-refused' });
  expect(discord.simulator.requests().every(({ status }) => status === 401)).toBe(true);
});
