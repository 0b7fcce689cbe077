import { beforeEach, describe, expect, it } from 'vitest';
import { newServer } from '../../../../src/bots/discord/servers/discord-server.ts';
import { STANDING_CALL_ID } from '../../../../src/calls/call.ts';
import type { Interaction } from '../../../simulators/discord/interactions/interaction.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';

const records = recordsForFile();
beforeEach(() => records.store.house.change({ paused: null, limits: {} }));
const discord = discordForEachTest(records);

const asks = (text = 'a paper boat', by = discord.person) =>
  discord.simulator.say(by, discord.channel, text, { mentions: [discord.simulator.bot] });
const answered = (part: string) =>
  discord.simulator.until(part, () =>
    discord.simulator.visible(discord.channel).find(({ content }) => content.includes(part)),
  );

async function withRole(name: 'trustedRoles' | 'blockedRoles') {
  const role = discord.simulator.world.addRole(discord.guild, name);
  discord.person.roles.push(role.id);
  await records.store.discordServers.save({ ...newServer(discord.guild.id), home: true, [name]: [role.id] });
}

describe('who asks on Discord', () => {
  it('is first in line with a trusted role', async () => {
    await withRole('trustedRoles');
    await discord.start();
    asks();
    expect((await discord.request()).trusted).toBe(true);
  });

  it('is told why with a blocked role, also when the message is only listed later', async () => {
    await withRole('blockedRoles');
    await discord.start();
    asks();
    await answered('have chosen not to take requests');
    await discord.stop();
    asks('a red balloon');
    await discord.start();
    await discord.simulator.until(
      'both answers',
      () =>
        discord.simulator.visible(discord.channel).filter(({ content }) => content.includes('not to take')).length ===
        2,
    );
    expect(await discord.requestsOf(discord.person)).toEqual([]);
  });

  it('is told when a call opens that is kept to the channel, on its last day before', async () => {
    const standing = await records.store.calls.find(STANDING_CALL_ID);
    if (!standing) throw new Error('the standing call is missing');
    const call = {
      ...{ ...standing, id: 'coming', opensAt: new Date(Date.now() + 3_600_000).toISOString() },
      places: [`discord:${discord.channel.id}`],
      version: 0,
    };
    await records.store.calls.save(call);
    await discord.start();
    asks();
    await answered('This call opens on');
    expect(await discord.requestsOf(discord.person)).toEqual([]);
    await records.store.calls.save({ ...call, version: 1, opensAt: new Date(Date.now() - 1000).toISOString() });
    asks('a red balloon');
    expect((await discord.request()).callId).toBe('coming');
    await records.store.calls.save({ ...call, version: 2, closesAt: call.opensAt });
  });

  it('is told from when on a new account may ask', async () => {
    await records.store.house.change({ limits: { accountDays: 36_500 } });
    await discord.start();
    asks();
    await answered('Your account is too new');
    expect(await discord.requestsOf(discord.person)).toEqual([]);
  });

  it('is told from when on a new member may ask', async () => {
    await records.store.house.change({ limits: { membershipDays: 36_500 } });
    await discord.start();
    asks();
    await answered('You joined this server a short while ago');
  });

  it('is told that requests are paused, and heard when they go on', async () => {
    await records.store.house.change({ paused: { by: '@noor', at: new Date().toISOString() } });
    await discord.start();
    asks();
    await answered('paused for a while');
    await records.store.house.change({ paused: null });
    asks('a red balloon');
    expect((await discord.request()).prompt).toBe('a red balloon');
  });
});

describe('servers that are not named', () => {
  it('are not heard', async () => {
    await discord.reopen({ named: ['100000000000000001'] });
    await discord.start();
    await discord.simulator.until('the commands', () => discord.simulator.ledger.commandWrites > 0);
    asks();
    const other = discord.simulator.world.addMember(discord.guild, 'Omar');
    asks('a red balloon', other);
    const command = discord.simulator.command(other, discord.channel, 'clip', { prompt: 'a kite' });
    await discord.simulator.until('the answer', () => command.original?.content.includes('this is none of them'));
    expect(await discord.requestsOf(discord.person)).toEqual([]);
    expect(discord.simulator.visible(discord.channel).filter(({ author }) => author.bot)).toEqual([]);
  });
});

it('/my link gives a code, joins by one, and undoes it', async () => {
  const { simulator, guild, channel, person } = discord;
  await discord.start();
  await simulator.until('the commands', () => simulator.ledger.commandWrites > 0);
  const told = (given: Interaction) =>
    simulator.until('the answer', () => given.original && !given.original.loading && given.original);
  const other = simulator.world.addMember(guild, 'Mina too');
  const [code] =
    /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec((await told(simulator.command(person, channel, 'my link'))).content) ?? [];
  const enter = async (by = other) =>
    (await told(simulator.command(by, channel, 'my link', { code: `${code}` }))).content;
  expect(await enter(person)).toContain('got the code itself');
  expect(await enter()).toContain('on Discord, as Mina');
  expect(await enter()).toContain('used already');
  const joined = await told(simulator.command(person, channel, 'my link'));
  expect(joined.content).toContain('on Discord, as Mina too');
  expect((await told(simulator.press(person, joined, 'part:self'))).content).toContain('alone again');
  expect((await told(simulator.command(other, channel, 'my link'))).content).not.toContain('Joined');
});
