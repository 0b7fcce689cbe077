import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../../../services.ts';
import type { Channel, Message } from '../../../simulators/discord/world/world.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';

const records = recordsForFile();
beforeEach(async () => {
  for (const trouble of await records.store.troubles.list()) await records.store.troubles.end(trouble);
});
const discord = discordForEachTest(records);
beforeEach(() => discord.start());
// Else the next bot finds itself thrown out of the server of this one, which has the same name.
afterEach(() => discord.choose({ home: false }));

const said = (channel: Channel, part: string) =>
  discord.simulator.visible(channel).filter(({ content, author }) => author.bot && content.includes(part));
const isSaid = (channel: Channel, part: string): Promise<Message> =>
  discord.simulator.until(part, () => said(channel, part)[0]);
const standing = async () => (await records.store.troubles.list()).map(({ kind, told }) => `${kind} ${told}`);
const close = (how: Parameters<typeof discord.simulator.world.setPermissions>[2]) =>
  discord.simulator.world.setPermissions(discord.channel, 'bot', how);

async function aClip() {
  const { simulator, person, channel } = discord;
  simulator.say(person, channel, 'a paper boat', { mentions: [simulator.bot] });
  return discord.make(await discord.request());
}
const fails = (clip: Awaited<ReturnType<typeof aClip>>) =>
  expect(discord.deliver(clip)).rejects.toMatchObject({ retryable: true });

describe('a trouble in a channel', () => {
  it('is told in the review channel once, over restarts, and again when it was over in between', async () => {
    const { channel: review } = await discord.openReview();
    const clip = await aClip();
    close({ deny: ['attachFiles'] });
    await fails(clip);
    const message = await isSaid(review, 'may not post clips');
    expect(message.content).toContain(`<#${discord.channel.id}>`);
    // What else can be done in the channel ends nothing.
    await waitUntil(async () => (await standing()).includes('no-clips true'), 'it is known that it was told');
    await discord.stop();
    await discord.start();
    await fails(clip);
    close({});
    expect(await discord.deliver(clip)).toMatchObject({ state: 'delivered' });
    await waitUntil(async () => (await standing()).length === 0, 'the end of it');
    expect(said(review, 'may not post clips')).toHaveLength(1);
    expect(discord.told.filter((each) => each.includes('post clips'))).toHaveLength(1);

    close({ deny: ['viewChannel'] });
    await expect(discord.platform().stillThere(clip.post)).rejects.toMatchObject({ code: 'no-access' });
    await isSaid(review, 'cannot see');
  });

  it('is told to the owner of a server without a review channel, in its language', async () => {
    const { simulator } = discord;
    const guild = simulator.world.addGuild('مسرح الورق', { locale: 'ar' });
    const channel = simulator.world.addChannel(guild, 'clips');
    simulator.world.setPermissions(channel, 'bot', { deny: ['viewChannel'] });
    const post = { platform: 'discord', channel: channel.id, id: channel.id };
    await expect(discord.platform().stillThere(post)).rejects.toMatchObject({ code: 'no-access' });
    const owner = guild.members.get(guild.ownerId)?.user;
    if (!owner) throw new Error('no owner');
    await isSaid(simulator.world.directChannel(owner), 'لم أعد أرى');
  });

  it('is told where Discord itself speaks to the server when its owner takes no messages', async () => {
    const { simulator } = discord;
    const owner = simulator.world.addUser('Shy', { closed: true });
    const guild = simulator.world.addGuild('Elsewhere', { owner });
    const [channel, lobby] = [simulator.world.addChannel(guild, 'clips'), simulator.world.addChannel(guild, 'lobby')];
    simulator.world.setSystemChannel(lobby);
    simulator.world.setPermissions(channel, 'bot', { deny: ['viewChannel'] });
    const post = { platform: 'discord', channel: channel.id, id: channel.id };
    await expect(discord.platform().stillThere(post)).rejects.toMatchObject({ code: 'no-access' });
    const message = await isSaid(lobby, 'cannot see');
    expect([...message.mentions, ...message.mentionRoles]).toEqual([]);
  });
});

it('a lost review channel is told to the owner, and is no trouble any more once another is chosen', async () => {
  const { simulator, guild, person, channel } = discord;
  const { channel: review } = await discord.openReview();
  simulator.world.removeChannel(review);
  simulator.say(person, channel, 'a paper boat', { mentions: [simulator.bot] });
  const owner = guild.members.get(guild.ownerId)?.user;
  if (!owner) throw new Error('no owner');
  const message = await isSaid(simulator.world.directChannel(owner), 'The review channel');
  expect(message.content).toContain('#review · Paper Theatre is gone');
  const other = simulator.world.addChannel(guild, 'review-again');
  await discord.choose({ reviewChannel: other.id });
  await waitUntil(async () => (await standing()).length === 0, 'the end of it');
});

it('being thrown out of a server, also while away, is told to who owns the application, until it is back', async () => {
  const { simulator, guild } = discord;
  await discord.openReview();
  await discord.choose({ name: guild.name });
  const owner = simulator.world.addUser('Rana');
  simulator.world.ownApplication(owner);
  await discord.stop();
  simulator.world.throwOutBot(guild);
  await discord.start();
  const message = await isSaid(simulator.world.directChannel(owner), 'not in the server');
  expect(message.content).toContain('Paper Theatre');
  await waitUntil(async () => (await standing()).includes('thrown-out true'), 'it is known that it was told');
  simulator.world.inviteBot(guild);
  await waitUntil(async () => !(await standing()).includes('thrown-out true'), 'the end of it', 20_000);
});
