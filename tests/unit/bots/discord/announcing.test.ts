import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DiscordPlatform } from '../../../../src/bots/discord/discord-platform.ts';
import { newServer } from '../../../../src/bots/discord/servers/discord-server.ts';
import type { Call } from '../../../../src/calls/call.ts';
import { announcerContract } from '../../../contracts/announcer.ts';
import { waitUntil } from '../../../services.ts';
import type { Channel } from '../../../simulators/discord/world/world.ts';
import { recordsForFile } from './discord-for-each-test.ts';
import { openTestDiscord, type TestDiscord } from './open-test-discord.ts';

const records = recordsForFile();
let discord: TestDiscord;
let news: Channel;

beforeAll(async () => {
  discord = await openTestDiscord(records);
  await discord.start();
});
afterAll(() => discord.close());
beforeEach(async () => {
  news = discord.simulator.world.addChannel(discord.guild, 'news');
  await chooses(news.id);
});
afterEach(() => {
  expect(discord.simulator.violations).toEqual([]);
});

const announcer = () => (discord.platform() as DiscordPlatform).announcer;
const places = async (at: string[] | null) => announcer().places({ places: at } as Call);

/** The bot hears of it a moment later. */
async function chooses(announceChannel: string | null): Promise<void> {
  await records.store.discordServers.save({ ...newServer(discord.guild.id), home: true, announceChannel });
  await waitUntil(async () => (await places(null))[0]?.id === (announceChannel ?? undefined), 'the choice');
}

announcerContract('discord', () => ({
  announcer: announcer(),
  records: records.store,
  visible: async () => discord.simulator.visible(news).map(({ content }) => content),
  remove: (ref) => discord.platform().remove(ref),
}));

it('is where a call concerns somebody: in its servers’ channels, or in its own where none is chosen', async () => {
  const { simulator, channel } = discord;
  expect(await places(null)).toEqual([{ id: news.id, name: '#news · Paper Theatre', locale: 'en' }]);
  expect(await places([`discord:${channel.id}`])).toMatchObject([{ id: news.id }]);
  expect(await places(['room:*'])).toEqual([]);
  await chooses(null);
  const strange = simulator.world.addChannel(simulator.world.addGuild('Strangers'), 'general');
  expect(await places([`discord:${channel.id}`, `discord:${strange.id}`])).toMatchObject([{ id: channel.id }]);
  expect(await places(null)).toEqual([]);
});
