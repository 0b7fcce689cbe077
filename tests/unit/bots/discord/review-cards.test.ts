import { beforeEach, describe, expect, it } from 'vitest';
import type { PromptRequest } from '../../../../src/requests/index.ts';
import { anApproval } from '../../../samples/requests.ts';
import { waitUntil } from '../../../services.ts';
import type { Channel, Message } from '../../../simulators/discord/world/world.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';
import type { TestReview } from './open-test-discord.ts';
import { actionsOf, decisionsOn, idOf, idsOf, textOf } from './read-card.ts';

const records = recordsForFile();
const discord = discordForEachTest(records);
let review: TestReview;
beforeEach(async () => {
  await discord.start();
  review = await discord.openReview();
});

async function ask(text = 'a paper boat', more: Parameters<typeof discord.simulator.say>[3] = {}) {
  const { simulator, person, channel } = discord;
  const before = (await discord.requestsOf(person)).length;
  const message = simulator.say(person, channel, text, { mentions: [simulator.bot], ...more });
  return { message, request: await discord.request(before + 1) };
}

const cards = (channel: Channel = review.channel) => discord.simulator.visible(channel);
const cardOf = ({ id }: PromptRequest) =>
  discord.simulator.until('the card', () =>
    cards().findLast((message) => JSON.stringify(message.components).includes(id)),
  );
const says = (message: Message, part: string) =>
  discord.simulator.until(part, () => textOf(message).includes(part) && message);

describe('a card', () => {
  it('stands in the review channel for each request in review, with all that a curator weighs', async () => {
    const { message, request } = await ask('a soldier shot in the *battle*, blood everywhere --ar 9:16 --seconds 30');
    const card = await cardOf(request);
    const text = textOf(card);
    expect(text).toContain('**In review**');
    expect(text).toContain('> a soldier shot in the \\*battle\\*, blood everywhere');
    expect(text).toContain('**Violence** “');
    expect(text).toContain('30 seconds · 720 × 1280 · $3.00 · storyboard');
    expect(text).toContain('**Waits when approved: $0.00 of the day’s $0.80 are used.**');
    expect(text).toContain('Made of 3 shots and joined');
    expect(text).toContain('Mina: 1 asked');
    expect(text).toContain(
      `[Message](https://discord.com/channels/${discord.guild.id}/${discord.channel.id}/${message.id})`,
    );
    expect(decisionsOn(card)).toEqual(['approve', 'edit', 'decline', 'escalate', 'still', 'hold', 'ask']);
    for (const id of idsOf(card)) expect(id.length).toBeLessThanOrEqual(100);
    expect(discord.simulator.pings().filter(({ channelId }) => channelId === review.channel.id)).toEqual([]);
  });

  it('shows the picture, behind a veil where screening saw something', async () => {
    const { default: sharp } = await import('sharp');
    const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const attachments = [{ name: 'boat.png', bytes, contentType: 'image/png', width: 40, height: 40 }];
    const plain = await cardOf((await ask('let it sail', { attachments })).request);
    expect(plain.files).toHaveLength(1);
    expect(JSON.stringify(plain.components)).toContain('"spoiler":false');
    const flagged = await cardOf((await ask('blood everywhere in the battle', { attachments })).request);
    expect(JSON.stringify(flagged.components)).toContain('"spoiler":true');
  });

  it('names what is like it, and what was asked by whom before', async () => {
    const first = await ask('a lighthouse keeper feeds the gulls at dawn in the fog');
    await discord.walk(first.request, { kind: 'declined', decline: { ...aDecline(), curator: 'Noor' } });
    const second = await ask('a lighthouse keeper is feeding gulls in the fog at dawn');
    const text = textOf(await cardOf(second.request));
    expect(text).toContain('Similar requests:\n-# a lighthouse keeper feeds the gulls at dawn in the fog · Declined');
    expect(text).toContain('Mina: 2 asked · 1 declined');
  });

  it('is read in the language of the server', async () => {
    const { simulator } = discord;
    const guild = simulator.world.addGuild('مسرح الورق', { locale: 'ar' });
    const [asking, reviewing] = [
      simulator.world.addChannel(guild, 'clips'),
      simulator.world.addChannel(guild, 'review'),
    ];
    await discord.choose({ reviewChannel: reviewing.id }, guild);
    const salma = simulator.world.addMember(guild, 'Salma');
    simulator.say(salma, asking, 'a paper boat', { mentions: [simulator.bot] });
    const card = await simulator.until('the card', () => cards(reviewing)[0]);
    expect(textOf(card)).toContain('**في المراجعة**');
    expect(JSON.stringify(card.components)).toContain('"label":"اقبل"');
  });
});

const aDecline = () => ({ at: new Date().toISOString(), reason: 'off-topic', note: null });

describe('a card follows', () => {
  it('what is decided elsewhere, and says by whom', async () => {
    const { request } = await ask();
    const card = await cardOf(request);
    await discord.walk(request, {
      kind: 'declined',
      decline: { ...aDecline(), curator: 'Noor', note: 'More *boats* @everyone' },
    });
    await says(card, '**Declined by Noor**');
    expect(textOf(card)).toContain('Not what this call is about');
    expect(textOf(card)).toContain('More \\*boats\\*');
    expect(actionsOf(card)).toEqual([]);
    expect(card.files).toEqual([]);
  });

  it('the clip to its end', async () => {
    const { request } = await ask();
    const card = await cardOf(request);
    const made = await discord.make(request);
    await says(card, '**Approved by Noor**');
    await discord.deliver(made);
    await says(card, '-# Delivered · [Clip](https://discord.com/channels/');
    expect(actionsOf(card)).toEqual([]);
  });

  it('who has it in hand, also on the desk’s page, and that they let it go', async () => {
    const { request } = await ask();
    const card = await cardOf(request);
    const until = new Date(Date.now() + 60_000).toISOString();
    await records.store.claims.claim({ requestId: request.id, curator: 'Noor', until }, new Date().toISOString());
    await says(card, 'Noor is deciding this');
    await records.store.claims.release(request.id, 'Noor');
    await discord.simulator.until('nobody', () => !textOf(card).includes('is deciding this'));
  });

  it('an edit: the same card with the new words, buttons only once it is screened again', async () => {
    const { message, request } = await ask();
    const card = await cardOf(request);
    const before = idOf(card, 'approve');
    discord.simulator.edit(message, `<@${discord.simulator.bot.id}> a paper plane`);
    await says(card, '> a paper plane');
    await discord.walk(request, {
      kind: 'prompt-screened',
      verdict: { outcome: 'allow', findings: [], screenedBy: [] },
    });
    await discord.simulator.until('buttons', () => idOf(card, 'approve') !== '');
    expect(idOf(card, 'approve')).not.toBe(before);
    expect(cards()).toHaveLength(1);
  });

  it('a request that is taken back', async () => {
    const { message, request } = await ask();
    const card = await cardOf(request);
    await discord.simulator.until('the status', () => discord.simulator.visible(discord.channel).length > 1);
    discord.simulator.remove(message);
    await says(card, '**Withdrawn by the requester**');
    expect(actionsOf(card)).toEqual([]);
  });

  it('with few edits, and none that changes nothing', async () => {
    const { request } = await ask();
    const card = await cardOf(request);
    await discord.walk(request, { kind: 'approved', approval: anApproval({ curator: 'Noor' }) });
    await says(card, 'Approved');
    await discord.make(await discord.walk(request));
    await waitUntil(async () => (await records.store.requests.find(request.id))?.state === 'ready', 'ready');
    const patches = discord.simulator
      .requests('PATCH /channels/{channel_id}/messages/{message_id}')
      .filter(({ path }) => path.includes(card.id));
    expect(patches.length).toBeLessThanOrEqual(2);
  });
});

describe('what needs attention and is no review', () => {
  it('gets a card of its own, and another when it comes again', async () => {
    const { request } = await ask();
    await cardOf(request);
    await discord.walk(
      request,
      { kind: 'approved', approval: anApproval({ curator: 'Noor' }) },
      { kind: 'gave-up', during: 'generating', error: 'The engine does not answer' },
    );
    const failed = await discord.simulator.until('the card', () =>
      cards().find((each) => textOf(each).includes('It failed')),
    );
    expect(textOf(failed)).toContain('> The engine does not answer');
    expect(actionsOf(failed)).toEqual(['retry']);
    await discord.walk(request, { kind: 'retried', curator: 'Omar' });
    await says(failed, '**Tried again by Omar**');
    await discord.walk(request, { kind: 'gave-up', during: 'generating', error: 'Again' });
    await discord.simulator.until('another', () => cards().length === 3);
  });

  it('a report, with its words and the way to the clip', async () => {
    const { request } = await ask();
    const delivered = await discord.deliver(await discord.make(request));
    await discord.walk(delivered, { kind: 'reported', by: 'discord:1', words: 'it is *my* drawing' });
    const card = await discord.simulator.until('the card', () =>
      cards().find((each) => textOf(each).includes('was reported')),
    );
    expect(textOf(card)).toContain('> it is \\*my\\* drawing');
    expect(textOf(card)).toContain('[Clip](https://discord.com/channels/');
    expect(actionsOf(card)).toEqual(['let-stand', 'take-down']);
    await discord.walk(delivered, { kind: 'reported', by: 'discord:2', words: 'and mine' });
    await says(card, '> and mine');
    expect(textOf(card)).not.toContain('discord:2');
    await discord.walk(delivered, { kind: 'taken-down', by: 'Noor', reason: 'rights' });
    await says(card, '**Taken down by Noor**');
  });
});

describe('nothing is lost and nothing comes twice', () => {
  it('when the answer to the sending is lost', async () => {
    discord.simulator.faults.arm(
      { method: 'POST', route: '/messages', body: (body) => JSON.stringify(body).includes('review-approve') },
      { kind: 'lost-answer' },
    );
    const { request } = await ask();
    await waitUntil(async () => (await storedCard(request))?.ref != null, 'the card is known', 20_000);
    expect(cards()).toHaveLength(1);
  });

  it('when the process dies between sending and saving, also where it is decided meanwhile', async () => {
    const { request } = await ask();
    const card = await cardOf(request);
    await waitUntil(async () => (await storedCard(request))?.shown != null, 'saved');
    await discord.stop();
    // As the records were before the place of the card was saved.
    const stored = await storedCard(request);
    if (!stored) throw new Error('no card');
    await records.store.ownPosts.forget(stored.key);
    await records.store.ownPosts.intend({ ...stored, intendedAt: new Date(card.createdAt).toISOString() });
    await discord.walk(request, { kind: 'declined', decline: { ...aDecline(), curator: 'Noor' } });
    await discord.start();
    await says(card, '**Declined by Noor**');
    expect(cards()).toHaveLength(1);
  });

  it('over a restart: what was asked and decided meanwhile is caught up with', async () => {
    const first = await ask('a paper boat');
    const card = await cardOf(first.request);
    await discord.stop();
    await discord.walk(first.request, { kind: 'declined', decline: { ...aDecline(), curator: 'Noor' } });
    discord.simulator.say(discord.person, discord.channel, 'a paper plane', { mentions: [discord.simulator.bot] });
    await discord.start();
    await says(card, '**Declined by Noor**');
    await discord.simulator.until('the second', () => cards().some((each) => textOf(each).includes('a paper plane')));
    expect(cards()).toHaveLength(2);
  });

  it('when somebody deletes a card that waits', async () => {
    const { request } = await ask();
    const card = await cardOf(request);
    await waitUntil(async () => (await storedCard(request))?.shown != null, 'saved');
    discord.simulator.remove(card);
    await discord.walk(request, { kind: 'escalated', curator: 'Noor', note: null });
    const again = await discord.simulator.until('another', () => cards()[0]);
    expect(textOf(again)).toContain('**Escalated**');
    expect(decisionsOn(again)).toEqual(['approve', 'edit', 'decline', 'still', 'hold', 'ask']);
  });

  it('when the review channel is chosen after things were asked', async () => {
    await discord.choose({ reviewChannel: null });
    const { request } = await ask();
    await waitUntil(async () => (await records.store.requests.find(request.id))?.state === 'in-review', 'in review');
    expect(cards()).toEqual([]);
    await discord.choose({ reviewChannel: review.channel.id });
    await cardOf(request);
  });

  it('when the channel is lost: told once, and the cards come where another is chosen', async () => {
    discord.simulator.world.setPermissions(review.channel, 'bot', { deny: ['sendMessages'], allow: ['viewChannel'] });
    const requests = [(await ask('a boat')).request, (await ask('a plane')).request, (await ask('a kite')).request];
    await waitUntil(async () => discord.told.length > 0, 'the admin is told');
    const other = discord.simulator.world.addChannel(discord.guild, 'review-again');
    await discord.choose({ reviewChannel: other.id });
    await discord.simulator.until('all three', () => cards(other).length === requests.length);
    expect(discord.told.filter((each) => each.includes('review channel'))).toHaveLength(1);
    const refused = discord.simulator
      .requests('POST /channels/{channel_id}/messages')
      .filter(({ path, code }) => path.includes(review.channel.id) && code === 50013);
    expect(refused).toHaveLength(1);
  });
});

async function storedCard(request: PromptRequest) {
  const history = await records.store.requests.history(request.id);
  const since = history.find(({ to }) => to === 'in-review')?.version ?? 0;
  return records.store.ownPosts.find(`n${since.toString(36).padStart(2, '0')}.${request.id}`);
}
