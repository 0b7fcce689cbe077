import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '../../../simulators/discord/interactions/interaction.ts';
import { openTestRecords, type TestDiscord, type TestRecords, type TestReview } from './open-test-discord.ts';
import { actionsOf, textOf } from './read-card.ts';
import { openReviewStage, type ReviewStage } from './review-stage.ts';

let records: TestRecords;
let stage: ReviewStage;
let discord: TestDiscord;
let review: TestReview;
beforeAll(async () => {
  records = await openTestRecords();
});
afterAll(() => records.close());
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
