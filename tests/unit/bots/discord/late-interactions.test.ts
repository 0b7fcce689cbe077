import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Interaction } from '../../../simulators/discord/interactions/interaction.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';
import { formOf } from './form-of.ts';
import { openTestDiscord } from './open-test-discord.ts';

const records = recordsForFile();
const discord = discordForEachTest(records);
beforeEach(async () => {
  await discord.start();
  await discord.simulator.until('the commands', () => discord.simulator.ledger.commandWrites > 0);
});

const told = (interaction: Interaction) =>
  discord.simulator.until('the answer', () => interaction.original && !interaction.original.loading);

describe('a command', () => {
  it('that comes too late to be acknowledged asks for nothing, as the person was told (10062)', async () => {
    const { simulator, person, channel } = discord;
    const late = simulator.command(person, channel, 'clip', { prompt: 'a boat' });
    late.createdAt -= 4000;
    await simulator.until('the refusal', () => simulator.requests().find(({ code }) => code === 10062));
    await told(simulator.command(person, channel, 'my requests'));
    expect(await discord.requestsOf(person)).toHaveLength(0);
    expect(discord.errors).toEqual([]);
  });

  it('whose time is over before it is answered is let be, and the token is not taken for a refused one', async () => {
    const { simulator, person, channel } = discord;
    simulator.faults.arm({ method: 'PATCH', route: '/webhooks/' }, { kind: 'slow', ms: 200 });
    const late = simulator.command(person, channel, 'my requests');
    await late.answered;
    late.createdAt -= 16 * 60_000;
    await simulator.until('the refusal', () => simulator.requests().find(({ code }) => code === 50027));
    await told(simulator.command(person, channel, 'my requests'));
    expect(discord.errors).toEqual([]);
  });

  it('is left to the copy of the bot that acknowledged it first', async () => {
    const { simulator, person, channel } = discord;
    const ours = (body: unknown) => (body as { type?: number }).type === 5;
    simulator.faults.arm({ method: 'POST', route: '/callback', body: ours }, { kind: 'slow', ms: 300 });
    const { id, token } = simulator.command(person, channel, 'clip', { prompt: 'a boat' });
    const byAnother = await fetch(`${simulator.url}/v10/interactions/${id}/${token}/callback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 4, data: { content: 'by another copy' } }),
    });
    expect(byAnother.ok).toBe(true);
    await simulator.until('the refusal of ours', () => simulator.requests().find(({ code }) => code === 40060));
    await told(simulator.command(person, channel, 'my requests'));
    expect(await discord.requestsOf(person)).toHaveLength(0);
    expect(discord.errors).toEqual([]);
  });
});

it('a form that is not there in time is not awaited: the person is told, and has it when they try again', async () => {
  // It would find that what was asked elsewhere is gone.
  await discord.stop();
  const { requests } = records.store;
  let away = Promise.resolve();
  const list: typeof requests.list = async (query) => {
    await away;
    return requests.list(query);
  };
  const slow = await openTestDiscord({ ...records, store: { ...records.store, requests: { ...requests, list } } });
  onTestFinished(() => slow.close());
  await slow.start();
  const { simulator, guild, person, channel } = slow;
  simulator.say(person, channel, 'a paper boat', { mentions: [simulator.bot] });
  const { id } = await slow.deliver(await slow.make(await slow.request()));
  const clip = await simulator.until('the clip', () =>
    simulator.visible(channel).find(({ files }) => files.length > 0),
  );
  const fan = simulator.world.addMember(guild, 'Fan');
  const { promise, resolve: back } = Promise.withResolvers<void>();
  away = promise;
  const pressed = simulator.press(fan, clip, `report:c.${id}`);
  const answer = await pressed.answered;
  expect(answer).toMatchObject({ kind: 'message', message: { content: expect.stringContaining('try once more') } });
  back();
  expect((await formOf(pressed)).customId).toContain(id);
  expect(slow.errors).toEqual([]);
});
