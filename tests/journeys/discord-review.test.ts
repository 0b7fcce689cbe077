import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/compose.ts';
import { newServer } from '../../src/bots/discord/servers/discord-server.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createFakeVendor, createFakeVideoEngine, type FakeVendor } from '../fakes/fake-video-engine.ts';
import { dataFolder } from '../services.ts';
import { createDiscordSimulator, type DiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Interaction } from '../simulators/discord/interactions/interaction.ts';
import type { Channel, Guild, Member, Message } from '../simulators/discord/world/world.ts';
import { actionsOf, idOf, textOf } from '../unit/bots/discord/read-card.ts';
import { askInRoom, startWithFakeEngine } from './support/fake-engine-app.ts';

let dataDirectory: string;
let simulator: DiscordSimulator;
let guild: Guild;
let channel: Channel;
let review: Channel;
let noor: Member;
let omar: Member;
let mina: Member;
let vendor: FakeVendor;
let app: App | null = null;

beforeEach(async () => {
  dataDirectory = dataFolder('discord-review');
  // The limit of five messages in five seconds would make the journey wait.
  simulator = await createDiscordSimulator({ routeLimit: null });
  const { world } = simulator;
  guild = world.addGuild('Paper Theatre');
  [channel, review] = [world.addChannel(guild, 'clips'), world.addChannel(guild, 'review')];
  const role = world.addRole(guild, 'Curators');
  [mina, noor, omar] = [world.addMember(guild, 'Mina'), world.addMember(guild, 'Noor'), world.addMember(guild, 'Omar')];
  for (const curator of [noor, omar]) world.setRoles(curator, [role]);
  vendor = createFakeVendor();
  // As an admin sets it up.
  const store = await openStore({ databaseUrl: null, directory: dataDirectory });
  await store.discordServers.save({ ...newServer(guild.id), reviewChannel: review.id, curatorRoles: [role.id] });
  await store.close();
});
afterEach(async () => {
  await app?.stop(0);
  app = null;
  await simulator.close();
  expect(simulator.violations).toEqual([]);
  await rm(dataDirectory, { recursive: true, force: true });
});

const settings = () => ({
  DISCORD_TOKEN: simulator.token,
  DISCORD_API_URL: simulator.url,
  DISCORD_SERVERS: guild.id,
});

async function start(): Promise<App> {
  const engine = createFakeVideoEngine({ vendor, checksBeforeDone: 1 });
  app = await startWithFakeEngine({ dataDirectory, engine, settings: settings() });
  return app;
}

const cardSaying = (part: string) =>
  simulator.until(part, () => simulator.visible(review).find((card) => textOf(card).includes(part)), 60_000);
const says = (card: Message, part: string) => simulator.until(part, () => textOf(card).includes(part), 60_000);

describe('curators on Discord', { timeout: 300_000 }, () => {
  it('decide by pressing, over restarts, beside the desk’s page', async () => {
    await start();
    simulator.say(mina, channel, 'a paper boat --seconds 1', { mentions: [simulator.bot] });
    const card = await cardSaying('> a paper boat');
    const refused = simulator.press(mina, card, idOf(card, 'approve'));
    await simulator.until('the refusal', () => refused.followUps[0]?.content.includes('Only the curators'));

    await app?.stop(1000);
    const running = await start();
    const asIsShown = structuredClone(card.components);
    simulator.press(noor, card, idOf(card, 'approve'));
    await says(card, '**Approved by @noor**');
    await says(card, 'Delivered · [Clip]');
    const clip = simulator.visible(channel).find(({ files }) => files.length > 0);
    expect(clip?.mentions).toEqual([mina.user.id]);
    expect(actionsOf(card)).toEqual([]);

    // As a client shows it that was away meanwhile.
    card.components = asIsShown;
    const late = simulator.press(omar, card, idOf(card, 'approve'));
    await simulator.until('who decided', () => late.followUps[0]?.content === '@noor decided this already.');

    const inRoom = await askInRoom(running, 'a kite over the sea --seconds 1');
    const another = await cardSaying('> a kite over the sea');
    expect(textOf(another)).toContain('in the room');
    await running.desk.act(inRoom.id, 'Salma', { action: 'decline', reason: 'not-now' });
    await says(another, '**Declined by Salma**');
    expect(vendor.charges).toHaveLength(1);

    // Omar, who voted for the clip, is Mina by another account: once she joins them, that counts no more.
    const [made] = await running.parts.store.requests.list({
      ...{ requester: `discord:${mina.user.id}`, order: 'newest', limit: 1 },
    });
    const votes = async () =>
      (await running.parts.store.votes.tallies([{ kind: 'clip', id: made?.id ?? '' }]))[0]?.votes;
    const told = (interaction: Interaction) =>
      simulator.until('the answer', () => interaction.original?.content || null, 60_000);
    const vote = () => told(simulator.press(omar, clip as Message, `vote:${voteKey}`));
    const voteKey = /"vote:([^"]+)"/.exec(JSON.stringify(clip?.components))?.[1] ?? '';
    await vote();
    expect(await votes()).toBe(1);
    const [code] = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await told(simulator.command(mina, channel, 'my link'))) ?? [];
    expect(await told(simulator.command(omar, channel, 'my link', { code: `${code}` }))).toContain('as Mina');
    expect(await votes()).toBe(0);
    expect(await vote()).toBe('You cannot vote for your own clip.');
    expect(simulator.pings().filter(({ channelId }) => channelId === review.id)).toEqual([]);
  });
});
