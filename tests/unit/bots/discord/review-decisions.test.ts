import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PromptRequest } from '../../../../src/requests/index.ts';
import { anApproval, aVerdict } from '../../../samples/requests.ts';
import type { Interaction } from '../../../simulators/discord/interactions/interaction.ts';
import type { Member, Message } from '../../../simulators/discord/world/world.ts';
import {
  openTestDiscord,
  openTestRecords,
  type TestDiscord,
  type TestRecords,
  type TestReview,
} from './open-test-discord.ts';
import { actionsOf, idOf, textOf } from './read-card.ts';

let records: TestRecords;
let discord: TestDiscord;
let review: TestReview;
beforeAll(async () => {
  records = await openTestRecords();
});
afterAll(() => records.close());
beforeEach(async () => {
  discord = await openTestDiscord(records);
  await discord.start();
  await discord.simulator.until('the commands', () => discord.simulator.ledger.commandWrites > 0);
  review = discord.openReview();
});
afterEach(async () => {
  await leaveNothingWaiting();
  await discord.close();
  expect(discord.errors).toEqual([]);
  expect(discord.simulator.violations).toEqual([]);
});

/** The queue is one for all tests of this file. */
async function leaveNothingWaiting(): Promise<void> {
  const { requests, claims } = records.store;
  const page = { order: 'oldest', limit: 100 } as const;
  const reported = await requests.list({ states: ['delivered'], needsAttention: true, ...page });
  for (const request of reported) await discord.walk(request, { kind: 'reports-dismissed', curator: 'Noor' });
  const waiting = await requests.list({ states: ['in-review'], ...page });
  const stopped = await requests.list({ needsAttention: true, ...page });
  for (const request of [...waiting, ...stopped]) await discord.walk(request, { kind: 'withdrawn', by: 'platform' });
  for (const { requestId, curator } of await claims.allInForce(new Date().toISOString())) {
    await claims.release(requestId, curator);
  }
}

async function ask(text = 'a paper boat', by: Member = discord.person) {
  const { simulator, channel } = discord;
  const before = (await discord.requestsOf(by)).length;
  const message = simulator.say(by, channel, text, { mentions: [simulator.bot] });
  const request = await discord.request(before + 1, by);
  const card = await simulator.until('the card', () =>
    simulator.visible(review.channel).find(({ components }) => JSON.stringify(components).includes(request.id)),
  );
  return { message, request, card };
}
const now = async ({ id }: PromptRequest) => records.store.requests.find(id);
const says = (message: Message, part: string) =>
  discord.simulator.until(part, () => textOf(message).includes(part) && message);

async function press(who: Member, message: Message, action: string): Promise<Interaction> {
  const interaction = discord.simulator.press(who, message, idOf(message, action));
  await interaction.answered;
  expect(interaction.answeredAfterMs).toBeLessThan(3000);
  return interaction;
}

/** What the person alone was told. */
const told = (interaction: Interaction) =>
  discord.simulator.until('what they are told', () => {
    const answer = interaction.answer?.kind === 'message' ? interaction.answer.message : interaction.followUps[0];
    if (answer) expect(answer.ephemeralTo).toBe(interaction.user.id);
    return answer?.content;
  });

async function formOf(interaction: Interaction) {
  const answer = await interaction.answered;
  if (answer.kind !== 'modal') throw new Error(`no form but ${JSON.stringify(answer)}`);
  return answer.modal;
}

describe('a press on a card', () => {
  it('approves: the card says so at once, and the clip comes', async () => {
    const { request, card } = await ask();
    await press(review.noor, card, 'approve');
    await says(card, '**Approved by @noor**');
    expect(await now(request)).toMatchObject({
      state: 'approved',
      approval: { curator: '@noor', prompt: 'a paper boat' },
    });
    const approved = await now(request);
    await discord.deliver(await discord.make(approved ?? request));
    await says(card, 'Delivered');
  });

  it('by two at the same time is decided once, and the second hears by whom', async () => {
    const { request, card } = await ask();
    const approve = idOf(card, 'approve');
    const [first, second] = [
      discord.simulator.press(review.noor, card, approve),
      discord.simulator.press(review.omar, card, approve),
    ];
    await discord.simulator.until('one of them is told', () => [...first.followUps, ...second.followUps][0]);
    const sentence = [...first.followUps, ...second.followUps].map(({ content }) => content);
    const by = (await now(request)) as { approval: { curator: string } } & PromptRequest;
    expect(sentence).toHaveLength(1);
    expect(sentence[0]).toMatch(
      new RegExp(`^${by.approval.curator} (decided this already|is looking at this one)\\.$`),
    );
  });

  it('on a card that is behind is answered "already decided by"', async () => {
    const { request, card } = await ask();
    const before = structuredClone(card);
    await discord.walk(request, {
      kind: 'approved',
      approval: anApproval({ curator: 'Salma', prompt: request.prompt }),
    });
    await says(card, 'Approved by Salma');
    // As a client shows it that has not heard of the change yet.
    card.components = before.components;
    expect(await told(await press(review.noor, card, 'approve'))).toBe('Salma decided this already.');
    await says(card, 'Approved by Salma');
  });

  it('is refused to whoever has not the role now, whatever the card shows', async () => {
    const { simulator, person } = discord;
    const { request, card } = await ask();
    simulator.world.setPermissions(review.channel, person, { allow: ['viewChannel'] });
    for (const action of ['approve', 'escalate', 'edit', 'decline']) {
      expect(await told(await press(person, card, action))).toBe('Only the curators of this server can do that.');
    }
    simulator.world.setRoles(review.noor, []);
    simulator.world.setPermissions(review.channel, review.noor, { allow: ['viewChannel'] });
    expect(await told(await press(review.noor, card, 'approve'))).toContain('Only the curators');
    expect(await now(request)).toMatchObject({ state: 'in-review', escalated: false });
    expect(await records.store.claims.allInForce(new Date().toISOString())).toEqual([]);
  });

  it('is refused where another has it in hand', async () => {
    const { request, card } = await ask();
    const until = new Date(Date.now() + 60_000).toISOString();
    await records.store.claims.claim({ requestId: request.id, curator: 'Salma', until }, new Date().toISOString());
    expect(await told(await press(review.noor, card, 'approve'))).toBe('Salma is looking at this one.');
    expect(await told(await press(review.noor, card, 'edit'))).toBe('Salma is looking at this one.');
    expect((await now(request))?.state).toBe('in-review');
  });

  it('approves nothing that was not on the card', async () => {
    const { request, card, message } = await ask();
    const before = structuredClone(card);
    discord.simulator.edit(message, `<@${discord.simulator.bot.id}> a paper plane`);
    await says(card, '> a paper plane');
    await discord.walk(request, { kind: 'prompt-screened', verdict: aVerdict() });
    await discord.simulator.until('buttons', () => actionsOf(card).includes('approve'));
    card.components = before.components;
    expect(await told(await press(review.noor, card, 'approve'))).toContain('changed it meanwhile');
    expect((await now(request))?.state).toBe('in-review');
    await says(card, '> a paper plane');
  });

  it('works in a new process that remembers nothing', async () => {
    const { request, card } = await ask();
    await discord.stop();
    await discord.start();
    await press(review.noor, card, 'escalate');
    await says(card, '**Escalated**');
    expect(await now(request)).toMatchObject({ state: 'in-review', escalated: true });
    expect(actionsOf(card)).toEqual(['approve', 'edit', 'decline']);
  });

  it('is acknowledged in time while everything else at Discord is slow', async () => {
    const { card } = await ask();
    discord.simulator.faults.arm({ route: '/messages' }, { kind: 'slow', ms: 2500 }, 4);
    const interaction = discord.simulator.press(review.noor, card, idOf(card, 'approve'));
    await interaction.answered;
    expect(interaction.answeredAfterMs).toBeLessThan(1000);
    await says(card, 'Approved by @noor');
  });
});

describe('edit and approve', () => {
  it('shows the prompt and its options, keeps others away, and approves what is sent', async () => {
    const { request, card } = await ask('a *paper* boat --ar 9:16 --seconds 6');
    const form = await formOf(await press(review.noor, card, 'edit'));
    expect(JSON.stringify(form.components)).toContain('"value":"a *paper* boat"');
    expect(JSON.stringify(form.components)).toContain('"value":"--ar 9:16 --seconds 6"');
    await says(card, '@noor is deciding this');
    expect(await told(await press(review.omar, card, 'approve'))).toBe('@noor is looking at this one.');
    const sent = discord.simulator.submitModal(form, { prompt: 'a paper ship', options: '--ar 1:1' });
    await sent.answered;
    await says(card, '**Approved with another text by @noor**');
    expect(textOf(card)).toContain('> a paper ship');
    expect(await now(request)).toMatchObject({
      state: 'approved',
      prompt: 'a *paper* boat',
      approval: { curator: '@noor', prompt: 'a paper ship', options: { aspect: { width: 1, height: 1 } } },
    });
  });

  it('says what cannot be read, and leaves the request as it is', async () => {
    const { request, card } = await ask();
    const form = await formOf(await press(review.noor, card, 'edit'));
    const sent = discord.simulator.submitModal(form, { options: '--seconds soon' });
    expect(await told(sent)).toContain('seconds');
    expect((await now(request))?.state).toBe('in-review');
  });

  it('sent unchanged approves as asked', async () => {
    const { request, card } = await ask('a boat --seconds 6 --style "film noir"');
    const form = await formOf(await press(review.noor, card, 'edit'));
    await discord.simulator.submitModal(form, {}).answered;
    await says(card, '**Approved by @noor**');
    const { prompt, options } = request;
    expect(await now(request)).toMatchObject({ approval: { prompt, options } });
  });
});

describe('decline', () => {
  it('tells the requester the reason and the note', async () => {
    const { request, card, message } = await ask();
    const form = await formOf(await press(review.noor, card, 'decline'));
    await discord.simulator.submitModal(form, { reason: 'too-similar', note: 'See the *boat* of yesterday' }).answered;
    await says(card, '**Declined by @noor**');
    expect(await now(request)).toMatchObject({
      state: 'declined',
      decline: { curator: '@noor', reason: 'too-similar', note: 'See the *boat* of yesterday' },
    });
    const { simulator, channel } = discord;
    await simulator.until('the answer', () =>
      simulator
        .visible(channel)
        .find(({ reference, content }) => reference?.messageId === message.id && content.includes('of yesterday')),
    );
  });
});

describe('what is no review', () => {
  const approval = anApproval({ curator: 'Salma' });
  const cardSaying = (part: string) =>
    discord.simulator.until(part, () =>
      discord.simulator.visible(review.channel).find((message) => textOf(message).includes(part)),
    );

  it('is tried again', async () => {
    const { request } = await ask();
    await discord.walk(
      request,
      { kind: 'approved', approval },
      { kind: 'gave-up', during: 'generating', error: 'no answer' },
    );
    const card = await cardSaying('It failed');
    await press(review.noor, card, 'retry');
    await says(card, '**Tried again by @noor**');
    expect((await now(request))?.state).toBe('approved');
  });

  it('a start that may have been billed is begun again or given up', async () => {
    for (const [action, said, state] of [
      ['restart', 'Started again by @noor', 'generating'],
      ['give-up', 'Given up by @noor', 'failed'],
    ] as const) {
      const { request } = await ask(`a boat to ${action}`);
      await discord.walk(
        request,
        { kind: 'approved', approval },
        { kind: 'generation-started', engine: 'storyboard', shots: [anOrderOf(request)] },
        { kind: 'shot-intended', shot: 0, key: 'k' },
        { kind: 'shot-uncertain', shot: 0, why: 'lost' },
      );
      const card = await discord.simulator.until('the card', () =>
        discord.simulator
          .visible(review.channel)
          .find(
            (message) => textOf(message).includes('may have been billed') && idOf(message, action).includes(request.id),
          ),
      );
      await press(review.noor, card, action);
      await says(card, said);
      expect((await now(request))?.state).toBe(state);
    }
  });

  it('a clip that was reported is taken down, or stands', async () => {
    const { simulator, person, guild } = discord;
    const { request } = await ask();
    const delivered = await discord.deliver(await discord.make(request));
    if (delivered.state !== 'delivered') throw new Error('not delivered');
    const clip = await simulator.until('the clip', () =>
      simulator.visible(discord.channel).find(({ id }) => id === delivered.reply.id),
    );
    const fan = simulator.world.addMember(guild, 'Fan');
    const report = `report:c.${request.id}`;
    const form = await formOf(simulator.press(fan, clip, report));
    await simulator.submitModal(form, { text: 'it is *my* drawing' }).answered;
    const card = await cardSaying('it is \\*my\\* drawing');
    await press(review.noor, card, 'let-stand');
    await says(card, '@noor let it stand');
    expect((await now(request))?.state).toBe('delivered');
    expect(await records.store.requests.count({ needsAttention: true })).toBe(0);

    const again = await formOf(simulator.press(person, clip, report));
    await simulator.submitModal(again, { text: 'really' }).answered;
    const second = await cardSaying('> really');
    const reason = await formOf(await press(review.omar, second, 'take-down'));
    await simulator.submitModal(reason, { reason: 'rights of others' }).answered;
    await says(second, 'Taken down by @omar');
    expect(textOf(second)).toContain('rights of others');
    expect(await now(request)).toMatchObject({ state: 'removed', by: '@omar', reason: 'rights of others' });
  });
});

function anOrderOf({ prompt }: PromptRequest) {
  return {
    ...{ prompt, aspect: { width: 16, height: 9 }, seconds: 5, resolution: 720 as const, framesPerSecond: 24 },
    ...{ style: null, seed: 1, sound: 'none' as const, picture: null },
  };
}

describe('/review', () => {
  const shown = (interaction: Interaction) =>
    discord.simulator.until('the answer', () => {
      const { original } = interaction;
      return original && !original.loading && original.components.length > 0 ? original : null;
    });

  it('shows what waits longest, to one alone, with counts, and goes on from there', async () => {
    const { simulator, channel } = discord;
    const [first, second] = [await ask('the first boat'), await ask('the second boat')];
    const mine = await shown(simulator.command(review.noor, channel, 'review'));
    expect(mine.ephemeralTo).toBe(review.noor.user.id);
    expect(textOf(mine)).toContain('-# 2 wait · the oldest was asked for <t:');
    expect(textOf(mine)).toContain('> the first boat');
    await says(first.card, '@noor is deciding this');

    const theirs = await shown(simulator.command(review.omar, channel, 'review'));
    expect(textOf(theirs)).toContain('> the second boat');

    await press(review.noor, mine, 'approve');
    await says(mine, '**Approved by @noor**');
    await says(first.card, '**Approved by @noor**');
    await press(review.omar, theirs, 'next');
    await says(theirs, 'All clear');
    await press(review.noor, mine, 'next');
    await says(mine, '> the second boat');
    expect((await now(second.request))?.state).toBe('in-review');
  });

  it('leaves behind what was passed over', async () => {
    const { simulator, channel } = discord;
    for (const text of ['one boat', 'two boats', 'three boats']) await ask(text);
    const mine = await shown(simulator.command(review.noor, channel, 'review'));
    await press(review.noor, mine, 'next');
    await says(mine, '> two boats');
    await press(review.noor, mine, 'escalate');
    await says(mine, '**Escalated**');
    await press(review.noor, mine, 'next');
    await says(mine, '> three boats');
    await press(review.noor, mine, 'next');
    await says(mine, '> one boat');
    expect((await records.store.claims.allInForce(new Date().toISOString())).length).toBe(1);
  });

  it('says that nothing waits, and is for curators', async () => {
    const { simulator, channel, person } = discord;
    expect(textOf(await shown(simulator.command(review.noor, channel, 'review')))).toContain('All clear');
    const refused = simulator.command(person, channel, 'review');
    await simulator.until('the answer', () => refused.original?.content.includes('Only the curators'));
    discord.servers.roles.clear();
    const early = simulator.command(person, channel, 'review');
    await simulator.until('the answer', () => early.original?.content.includes('/opencall setup'));
  });
});

describe('another server', () => {
  it('has what was asked there, and the home server everything', async () => {
    const { simulator } = discord;
    discord.servers.home = discord.guild;
    const guild = simulator.world.addGuild('Elsewhere');
    const [asking, reviewing] = [
      simulator.world.addChannel(guild, 'clips'),
      simulator.world.addChannel(guild, 'review'),
    ];
    const role = simulator.world.addRole(guild, 'Curators');
    discord.servers.channels.set(guild.id, reviewing);
    discord.servers.roles.set(guild.id, role.id);
    discord.servers.changed();
    const [salma, other] = [simulator.world.addMember(guild, 'Salma'), simulator.world.addMember(guild, 'Other')];
    simulator.world.setRoles(salma, [role]);
    simulator.say(other, asking, 'a boat elsewhere', { mentions: [simulator.bot] });
    const theirs = await simulator.until('the card', () => simulator.visible(reviewing)[0]);
    const { card, request } = await ask('a boat at home');
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
    await press(salma, mine, 'next');
    await says(mine, 'All clear');
    await press(salma, theirs, 'approve');
    await says(theirs, 'Approved by @salma');
    expect(actionsOf(card)).toContain('approve');
    expect((await now(request))?.state).toBe('in-review');
  });
});
