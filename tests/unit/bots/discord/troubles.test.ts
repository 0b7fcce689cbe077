import { describe, expect, it } from 'vitest';
import { createDiscordRest } from '../../../../src/bots/discord/connection/discord-rest.ts';
import { createRefusedRequests } from '../../../../src/bots/discord/connection/refused-requests.ts';
import { waitUntil } from '../../../services.ts';
import type { RestFault } from '../../../simulators/discord/faults.ts';
import type { DiscordSimulatorSettings } from '../../../simulators/discord/settings.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';

const records = recordsForFile();
const discord = discordForEachTest(records);

const EDITS = 'PATCH /channels/{channel_id}/messages/{message_id}';
const POSTS = 'POST /channels/{channel_id}/messages';

async function start(settings: DiscordSimulatorSettings = {}): Promise<void> {
  await discord.reopen(settings);
  await discord.start();
}
const ask = (text: string) =>
  discord.simulator.say(discord.person, discord.channel, text, { mentions: [discord.simulator.bot] });
const byUs = () => discord.simulator.visible(discord.channel).filter(({ author }) => author.bot);

describe('limits of Discord', () => {
  it('of a channel are kept to by their headers: everything is said, once, and hardly anything refused', async () => {
    await start({ routeLimit: { count: 5, perMs: 400 } });
    const asked = Array.from({ length: 15 }, (_, index) => ask(`boat number ${index}`));
    await discord.simulator.until('all status posts', () => byUs().length >= asked.length);
    const answered = byUs().map(({ reference }) => reference?.messageId);
    expect(answered.toSorted()).toEqual(asked.map(({ id }) => id).toSorted());
    expect(discord.simulator.ledger.refusedAnswers).toBeLessThan(5);
    expect(discord.errors).toEqual([]);
  });

  it.each([false, true])('that are there all of a sudden (for all: %s) are waited for', async (global) => {
    await start();
    discord.simulator.faults.arm({ method: 'POST', route: '/messages' }, { kind: 'limited', retryAfter: 0.4, global });
    const asked = ask('a paper boat');
    await discord.simulator.until('the status post', () => byUs().length > 0);
    expect(byUs().map(({ reference }) => reference?.messageId)).toEqual([asked.id]);
    expect(discord.simulator.requests(POSTS)).toHaveLength(2);
  });

  it('of all requests hold back no answer to an interaction', async () => {
    // Longer than this test takes, and with room for the commands beside what the tests before have left to be said.
    const count = 25;
    await start({ globalLimit: { count, perMs: 10 * 60_000 } });
    const { simulator, person, channel } = discord;
    await simulator.until('the commands', () => simulator.ledger.commandWrites > 0);
    for (let index = 0; index < count + 5; index += 1) ask(`boat number ${index}`);
    await simulator.until('the limit', () => simulator.ledger.refusedAnswers > 0);
    for (let times = 0; times < 10; times += 1) {
      const interaction = simulator.command(person, channel, 'my requests');
      await simulator.until('the answer', () => interaction.original && !interaction.original.loading);
    }
    expect(byUs().length).toBeLessThan(count);
  });

  it('of edits of messages older than an hour (30046) are waited out: each status is right in the end', async () => {
    await start({ oldEdits: { count: 1, perMs: 700 } });
    const { simulator } = discord;
    for (let index = 0; index < 3; index += 1) ask(`boat number ${index}`);
    await simulator.until('the status posts', () => byUs().length === 3);
    await discord.request(3);
    for (const status of byUs()) status.createdAt -= 2 * 60 * 60 * 1000;
    for (const request of await discord.requestsOf(discord.person)) {
      await waitUntil(async () => (await records.store.requests.find(request.id))?.state === 'in-review', 'screening');
      await discord.walk(request, { kind: 'withdrawn', by: 'requester' });
    }
    const isRight = ({ content }: { content: string }) => content.includes('Nothing will be made');
    await simulator.until('the edits', () => byUs().every(isRight), 20_000);
    expect(simulator.requests().some(({ code }) => code === 30046)).toBe(true);
    expect(simulator.requests(EDITS).length).toBeLessThan(20);
  });

  it('are not run into so often that it is a ban', async () => {
    await start();
    // Its own refusals are not counted here.
    await discord.stop();
    const { simulator, channel } = discord;
    simulator.world.setPermissions(channel, 'bot', { deny: ['viewChannel'] });
    const refused = createRefusedRequests(undefined, 20);
    const rest = createDiscordRest({ token: simulator.token, apiUrl: simulator.url, refused });
    const before = simulator.ledger.refusedAnswers;
    const codes = new Set<string>();
    for (let count = 0; count < 30; count += 1) {
      await rest.get(`/channels/${channel.id}/messages`).catch(({ code }: { code: string }) => codes.add(code));
    }
    expect([...codes]).toEqual(['no-access', 'too-much-refused']);
    expect(simulator.ledger.refusedAnswers - before).toBe(20);
  });
});

describe('a clip', () => {
  const isClip = (body: unknown) => JSON.stringify(body ?? null).includes('"nonce":"c.');
  it.each<[string, RestFault]>([
    ['is answered with 500', { kind: 'status', status: 500 }],
    ['is answered with 502', { kind: 'status', status: 502 }],
    ['is never received', { kind: 'lost-request' }],
    ['is posted, and the answer is lost', { kind: 'lost-answer' }],
  ])('that %s is sent once and no more, and is there once in the end', async (_, fault) => {
    await start();
    ask('a paper boat');
    const made = await discord.make(await discord.request());
    discord.simulator.faults.arm({ method: 'POST', route: '/messages', body: isClip }, fault);
    await expect(discord.deliver(made)).rejects.toMatchObject({ retryable: true });
    expect(discord.simulator.requests(POSTS).filter(({ body }) => isClip(body))).toHaveLength(1);
    expect(await discord.deliver(made)).toMatchObject({ state: 'delivered' });
    expect(byUs().filter(({ files }) => files.length > 0)).toHaveLength(1);
  });

  it('whose posting is answered after four seconds is waited for', async () => {
    await start();
    ask('a paper boat');
    const made = await discord.make(await discord.request());
    discord.simulator.faults.arm({ method: 'POST', route: '/messages', body: isClip }, { kind: 'late', ms: 4000 });
    expect(await discord.deliver(made)).toMatchObject({ state: 'delivered' });
    expect(discord.simulator.requests(POSTS).filter(({ body }) => isClip(body))).toHaveLength(1);
  });
});

it('a status is told in the end although Discord fails while it is edited and looked for', async () => {
  await start();
  discord.simulator.faults.arm({ method: 'GET', route: '/messages/' }, { kind: 'status', status: 503 }, 2);
  const asked = ask('a paper boat');
  await discord.simulator.until('the status post', () => byUs().length > 0);
  discord.simulator.faults.arm({ method: 'PATCH', route: '/messages/' }, { kind: 'status', status: 500 });
  const request = await discord.request();
  await waitUntil(async () => (await records.store.requests.find(request.id))?.state === 'in-review', 'screening');
  await discord.walk(request, { kind: 'withdrawn', by: 'requester' });
  await discord.simulator.until('the edit', () =>
    byUs().some(({ content }) => content.includes('Nothing will be made')),
  );
  expect(byUs().map(({ reference }) => reference?.messageId)).toEqual([asked.id]);
});
