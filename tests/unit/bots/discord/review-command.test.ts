import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '../../../simulators/discord/interactions/interaction.ts';
import type { Message } from '../../../simulators/discord/world/world.ts';
import { recordsForFile } from './discord-for-each-test.ts';
import type { TestDiscord, TestReview } from './open-test-discord.ts';
import { actionsOf, textOf } from './read-card.ts';
import { openReviewStage, type ReviewStage } from './review-stage.ts';

const records = recordsForFile();
let stage: ReviewStage;
let discord: TestDiscord;
let review: TestReview;
beforeEach(async () => {
  stage = await openReviewStage(records);
  ({ discord, review } = stage);
});
afterEach(() => stage.close());

describe('/review', () => {
  const shown = (interaction: Interaction) =>
    discord.simulator.until('the answer', () => {
      const { original } = interaction;
      return original && !original.loading && original.components.length > 0 ? original : null;
    });

  it('shows what waits longest, to one alone, with counts, and goes on from there', async () => {
    const { simulator, channel } = discord;
    const [first, second] = [await stage.ask('the first boat'), await stage.ask('the second boat')];
    const mine = await shown(simulator.command(review.noor, channel, 'review'));
    expect(mine.ephemeralTo).toBe(review.noor.user.id);
    expect(textOf(mine)).toContain('-# 2 wait · the oldest was asked for <t:');
    expect(textOf(mine)).toContain('> the first boat');
    await stage.says(first.card, '@noor is deciding this');

    const theirs = await shown(simulator.command(review.omar, channel, 'review'));
    expect(textOf(theirs)).toContain('> the second boat');

    await stage.press(review.noor, mine, 'approve');
    await stage.says(mine, '**Approved by @noor**');
    await stage.says(first.card, '**Approved by @noor**');
    await stage.press(review.omar, theirs, 'next');
    await stage.says(theirs, 'All clear');
    await stage.press(review.noor, mine, 'next');
    await stage.says(mine, '> the second boat');
    expect((await stage.now(second.request))?.state).toBe('in-review');
  });

  it('leaves behind what was passed over', async () => {
    const { simulator, channel } = discord;
    for (const text of ['one boat', 'two boats', 'three boats']) await stage.ask(text);
    const mine = await shown(simulator.command(review.noor, channel, 'review'));
    await stage.press(review.noor, mine, 'next');
    await stage.says(mine, '> two boats');
    await stage.press(review.noor, mine, 'escalate');
    await stage.says(mine, '**Escalated**');
    await stage.press(review.noor, mine, 'next');
    await stage.says(mine, '> three boats');
    await stage.press(review.noor, mine, 'next');
    await stage.says(mine, '> one boat');
    expect((await records.store.claims.allInForce(new Date().toISOString())).length).toBe(1);
  });

  it('says that nothing waits, and is for curators', async () => {
    const { simulator, channel, person } = discord;
    expect(textOf(await shown(simulator.command(review.noor, channel, 'review')))).toContain('All clear');
    const refused = simulator.command(person, channel, 'review');
    await simulator.until('the answer', () => refused.original?.content.includes('Only the curators'));
    await discord.choose({ curatorRoles: [] });
    const early = simulator.command(person, channel, 'review');
    await simulator.until('the answer', () => early.original?.content.includes('/opencall setup'));
  });
});

describe('another server', () => {
  it('has what was asked there, and the home server everything', async () => {
    const { simulator } = discord;
    const guild = simulator.world.addGuild('Elsewhere');
    const [asking, reviewing] = [
      simulator.world.addChannel(guild, 'clips'),
      simulator.world.addChannel(guild, 'review'),
    ];
    const role = simulator.world.addRole(guild, 'Curators');
    await discord.choose({ reviewChannel: reviewing.id, curatorRoles: [role.id] }, guild);
    const [salma, other] = [simulator.world.addMember(guild, 'Salma'), simulator.world.addMember(guild, 'Other')];
    simulator.world.setRoles(salma, [role]);
    simulator.say(other, asking, 'a boat elsewhere', { mentions: [simulator.bot] });
    const theirs = await simulator.until('the card', () => simulator.visible(reviewing)[0]);
    const { card, request } = await stage.ask('a boat at home');
    expect(simulator.visible(review.channel)).toHaveLength(1);

    const direct = simulator.world.directChannel(discord.person.user);
    simulator.say(discord.person, direct, 'a boat asked in private');
    await simulator.until('the card at home', () =>
      simulator.visible(review.channel).find((message) => textOf(message).includes('in a direct message')),
    );

    const shown = simulator.command(salma, asking, 'review');
    const mine = await simulator.until('the answer', () => (textOf(shown.original) === '' ? null : shown.original));
    expect(textOf(mine)).toContain('-# 1 waits');
    expect(textOf(mine)).toContain('> a boat elsewhere');
    await stage.press(salma, mine, 'next');
    await stage.says(mine, 'All clear');
    await stage.press(salma, theirs, 'approve');
    await stage.says(theirs, 'Approved by @salma');
    expect(actionsOf(card)).toContain('approve');
    expect((await stage.now(request))?.state).toBe('in-review');
  });
});

describe('what leaves a request undecided', () => {
  async function send(card: Message, action: string, values: Record<string, string>) {
    const form = await stage.formOf(await stage.press(review.noor, card, action));
    const sent = discord.simulator.submitModal(form, values);
    await sent.answered;
    return { form, sent };
  }

  it('puts it aside for a while, with a note', async () => {
    const { request, card } = await stage.ask();
    await send(card, 'hold', { span: 'week', note: 'after the holiday' });
    await stage.says(card, '**Put aside by @noor**');
    const held = await stage.now(request);
    if (held?.state !== 'held' || held.hold.kind !== 'later') return expect.unreachable(held?.state);
    expect(held.hold).toMatchObject({ curator: '@noor', note: 'after the holiday' });
    const days = (Date.parse(held.hold.until ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
  });

  it('asks its requester, who reads it where they asked', async () => {
    const { request, card } = await stage.ask();
    await send(card, 'ask', { question: 'Which *colour*?' });
    await stage.says(card, '@noor asked the requester something');
    expect(await stage.now(request)).toMatchObject({ state: 'held', questions: [{ words: 'Which *colour*?' }] });
    const { simulator, channel } = discord;
    await simulator.until('the question', () =>
      simulator.visible(channel).find(({ content }) => content.includes('Which \\*colour\\*?')),
    );
  });

  it('merges it into a similar one, as long as that one can take it', async () => {
    const words = 'a paper boat sails down a rainy street under lanterns';
    const lead = await stage.ask(words);
    expect(actionsOf(lead.card)).not.toContain('merge');
    const other = discord.simulator.world.addMember(discord.guild, 'Ola');
    const { request, card } = await stage.ask(`${words} again`, other);
    await send(card, 'merge', { into: lead.request.id });
    await stage.says(card, '**Merged into another by @noor**');
    expect(await stage.now(request)).toMatchObject({ state: 'merged', merged: { into: lead.request.id, by: '@noor' } });

    const third = await stage.ask(`${words} once more`, discord.simulator.world.addMember(discord.guild, 'Per'));
    const form = await stage.formOf(await stage.press(review.noor, third.card, 'merge'));
    await discord.walk(lead.request, { kind: 'withdrawn', by: 'requester' });
    expect(await stage.told(discord.simulator.submitModal(form, { into: lead.request.id }))).toContain('changed');
    expect((await stage.now(third.request))?.state).toBe('in-review');
  });

  it('declines with a sentence that is kept, in the requester’s language', async () => {
    const kept = {
      id: 'kept-1',
      owner: '@noor',
      reason: 'rules',
      words: { en: 'Not this week.', ar: 'ليس هذا الأسبوع.' },
    };
    await records.store.sentences.add(kept);
    await records.store.sentences.add({ ...kept, id: 'kept-2', owner: '@omar' });
    const { request, card } = await stage.ask('قارب ورقي يبحر في شارع ماطر');
    const { form } = await send(card, 'decline', { reason: 'rules', sentence: 'kept-1', note: 'شكرا' });
    expect(JSON.stringify(form.components)).toContain('Not this week.');
    expect(JSON.stringify(form.components)).not.toContain('kept-2');
    await stage.says(card, '**Declined by @noor**');
    expect(await stage.now(request)).toMatchObject({ decline: { reason: 'rules', note: 'ليس هذا الأسبوع. شكرا' } });
  });
});
