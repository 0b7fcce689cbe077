import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PromptRequest } from '../../../../src/requests/index.ts';
import { aFile, anApproval, aVerdict, aVerdictForTwo } from '../../../samples/requests.ts';
import type { Message } from '../../../simulators/discord/world/world.ts';
import { recordsForFile } from './discord-for-each-test.ts';
import type { TestDiscord, TestReview } from './open-test-discord.ts';
import { actionsOf, decisionsOn, idOf, idsOf, textOf } from './read-card.ts';
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

describe('a press on a card', () => {
  it('approves: the card says so at once, and the clip comes', async () => {
    const { request, card } = await stage.ask();
    await stage.press(review.noor, card, 'approve');
    await stage.says(card, '**Approved by @noor**');
    expect(await stage.now(request)).toMatchObject({
      state: 'approved',
      approval: { curator: '@noor', prompt: 'a paper boat' },
    });
    const approved = await stage.now(request);
    await discord.deliver(await discord.make(approved ?? request));
    await stage.says(card, 'Delivered');
  });

  it('for a still first shows it behind a veil where screening saw something, and begins the clip with what was seen', async () => {
    const { request, card } = await stage.ask('a soldier in the battle, blood everywhere');
    const before = structuredClone(card);
    await stage.press(review.noor, card, 'still');
    await stage.says(card, 'The still is being made');
    const file = await records.files.putStream(Readable.from(['a still']), 'image/jpeg', 100);
    const made = { kind: 'still-made', file, verdict: aVerdict('review') } as const;
    await discord.walk(request, { kind: 'still-intended', key: 's1', maker: 'openai-images' }, made);
    await stage.says(card, 'Approved, the clip begins with this picture');
    expect(card.files).toHaveLength(1);
    expect(JSON.stringify(card.components)).toContain('"spoiler":true');
    expect(actionsOf(card)).toContain('still');
    const seen = card.components;
    // Pressed on a card that did not show it yet.
    card.components = before.components;
    expect(await stage.told(await stage.press(review.noor, card, 'approve'))).toContain('changed');
    expect((await stage.now(request))?.state).toBe('in-review');
    card.components = seen;
    await stage.press(review.noor, card, 'approve');
    await stage.says(card, 'Approved by @noor');
    expect(await stage.now(request)).toMatchObject({ state: 'approved', approval: { still: file } });
  });

  it('by two at the same time is decided once, and the second hears by whom', async () => {
    const { request, card } = await stage.ask();
    const approve = idOf(card, 'approve');
    const [first, second] = [
      discord.simulator.press(review.noor, card, approve),
      discord.simulator.press(review.omar, card, approve),
    ];
    await discord.simulator.until('one of them is told', () => [...first.followUps, ...second.followUps][0]);
    const sentence = [...first.followUps, ...second.followUps].map(({ content }) => content);
    const by = (await stage.now(request)) as { approval: { curator: string } } & PromptRequest;
    expect(sentence).toHaveLength(1);
    expect(sentence[0]).toMatch(
      new RegExp(`^${by.approval.curator} (decided this already|is looking at this one)\\.$`),
    );
  });

  it('on a card that is behind is answered "already decided by"', async () => {
    const { request, card } = await stage.ask();
    const before = structuredClone(card);
    await discord.walk(request, {
      kind: 'approved',
      approval: anApproval({ curator: 'Salma', prompt: request.prompt }),
    });
    await stage.says(card, 'Approved by Salma');
    // As a client shows it that has not heard of the change yet.
    card.components = before.components;
    expect(await stage.told(await stage.press(review.noor, card, 'approve'))).toBe('Salma decided this already.');
    await stage.says(card, 'Approved by Salma');
  });

  it('is refused to whoever has not the role now, whatever the card shows', async () => {
    const { simulator, person } = discord;
    const { request, card } = await stage.ask();
    simulator.world.setPermissions(review.channel, person, { allow: ['viewChannel'] });
    for (const action of ['approve', 'escalate', 'edit', 'decline']) {
      expect(await stage.told(await stage.press(person, card, action))).toBe(
        'Only the curators of this server can do that.',
      );
    }
    simulator.world.setRoles(review.noor, []);
    simulator.world.setPermissions(review.channel, review.noor, { allow: ['viewChannel'] });
    expect(await stage.told(await stage.press(review.noor, card, 'approve'))).toContain('Only the curators');
    expect(await stage.now(request)).toMatchObject({ state: 'in-review', escalated: false });
    expect(await records.store.claims.allInForce(new Date().toISOString())).toEqual([]);
  });

  it('is noted where two must approve, and the second makes it', async () => {
    const { request, card } = await stage.ask();
    await discord.walk(
      request,
      { kind: 'prompt-edited', changes: { ...request, prompt: 'a paper plane' } },
      { kind: 'prompt-screened', verdict: aVerdictForTwo() },
    );
    await stage.says(card, '**Two curators must approve this**');
    expect(await stage.told(await stage.press(review.noor, card, 'approve'))).toContain('One more curator');
    await stage.says(card, '@noor approved this. One more approval is needed');
    expect(await stage.told(await stage.press(review.noor, card, 'approve'))).toContain('another curator has to');
    await stage.press(review.omar, card, 'approve');
    await stage.says(card, '**Approved by @omar**');
    expect(await stage.now(request)).toMatchObject({ approval: { curator: '@omar', first: '@noor' } });
  });

  it('is refused where another has it in hand', async () => {
    const { request, card } = await stage.ask();
    const until = new Date(Date.now() + 60_000).toISOString();
    await records.store.claims.claim({ requestId: request.id, curator: 'Salma', until }, new Date().toISOString());
    expect(await stage.told(await stage.press(review.noor, card, 'approve'))).toBe('Salma is looking at this one.');
    expect(await stage.told(await stage.press(review.noor, card, 'edit'))).toBe('Salma is looking at this one.');
    expect((await stage.now(request))?.state).toBe('in-review');
  });

  it('approves nothing that was not on the card', async () => {
    const { request, card, message } = await stage.ask();
    const before = structuredClone(card);
    discord.simulator.edit(message, `<@${discord.simulator.bot.id}> a paper plane`);
    await stage.says(card, '> a paper plane');
    await discord.walk(request, { kind: 'prompt-screened', verdict: aVerdict() });
    await discord.simulator.until('buttons', () => actionsOf(card).includes('approve'));
    card.components = before.components;
    expect(await stage.told(await stage.press(review.noor, card, 'approve'))).toContain('changed it meanwhile');
    expect((await stage.now(request))?.state).toBe('in-review');
    await stage.says(card, '> a paper plane');
  });

  it('works in a new process that remembers nothing', async () => {
    const { request, card } = await stage.ask();
    // So they stand on cards since the first version: whoever names them otherwise must still answer these.
    const key = `n${(request.version % 36 ** 2).toString(36).padStart(2, '0')}.${request.id}`;
    // Whether something similar waits is left by the tests before.
    const ids = idsOf(card).filter((id) => !id.includes('-merge:'));
    expect(ids.map((id) => id.replace(/~.*/, ''))).toEqual(
      ['approve', 'edit', 'decline', 'escalate', 'still', 'hold', 'ask'].map((action) => `review-${action}:${key}`),
    );
    await discord.stop();
    await discord.start();
    await stage.press(review.noor, card, 'escalate');
    await stage.says(card, '**Escalated**');
    expect(await stage.now(request)).toMatchObject({ state: 'in-review', escalated: true });
    expect(decisionsOn(card)).toEqual(['approve', 'edit', 'decline', 'still', 'hold', 'ask']);
  });

  it('is acknowledged in time while everything else at Discord is slow', async () => {
    const { card } = await stage.ask();
    discord.simulator.faults.arm({ route: '/messages' }, { kind: 'slow', ms: 2500 }, 4);
    const interaction = discord.simulator.press(review.noor, card, idOf(card, 'approve'));
    await interaction.answered;
    // Before anything else could be.
    expect(interaction.answeredAfterMs).toBeLessThan(2500);
    await stage.says(card, 'Approved by @noor');
  });
});

describe('edit and approve', () => {
  it('shows the prompt and its options, keeps others away, and approves what is sent', async () => {
    const { request, card } = await stage.ask('a *paper* boat --ar 9:16 --seconds 6');
    const form = await stage.formOf(await stage.press(review.noor, card, 'edit'));
    expect(JSON.stringify(form.components)).toContain('"value":"a *paper* boat"');
    expect(JSON.stringify(form.components)).toContain('"value":"--ar 9:16 --seconds 6"');
    await stage.says(card, '@noor is deciding this');
    expect(await stage.told(await stage.press(review.omar, card, 'approve'))).toBe('@noor is looking at this one.');
    const sent = discord.simulator.submitModal(form, { prompt: 'a paper ship', options: '--ar 1:1' });
    await sent.answered;
    await stage.says(card, '**Approved with another text by @noor**');
    expect(textOf(card)).toContain('> a paper ship');
    expect(await stage.now(request)).toMatchObject({
      state: 'approved',
      prompt: 'a *paper* boat',
      approval: { curator: '@noor', prompt: 'a paper ship', options: { aspect: { width: 1, height: 1 } } },
    });
  });

  it('says what cannot be read, and leaves the request as it is', async () => {
    const { request, card } = await stage.ask();
    const form = await stage.formOf(await stage.press(review.noor, card, 'edit'));
    const sent = discord.simulator.submitModal(form, { options: '--seconds soon' });
    expect(await stage.told(sent)).toContain('seconds');
    expect((await stage.now(request))?.state).toBe('in-review');
  });

  it('sent unchanged approves as asked', async () => {
    const { request, card } = await stage.ask('a boat --seconds 6 --style "film noir"');
    const form = await stage.formOf(await stage.press(review.noor, card, 'edit'));
    await discord.simulator.submitModal(form, {}).answered;
    await stage.says(card, '**Approved by @noor**');
    const { prompt, options } = request;
    expect(await stage.now(request)).toMatchObject({ approval: { prompt, options } });
  });
});

describe('decline', () => {
  it('keeps its picture out where that is ticked, and asks nothing of what has none', async () => {
    const { request, card } = await stage.ask();
    const plain = await stage.formOf(await stage.press(review.noor, card, 'decline'));
    expect(JSON.stringify(plain.components)).not.toContain('never-again');
    const picture = aFile('e', 'image/png');
    const changes = { ...request, picture };
    await discord.walk(
      request,
      { kind: 'prompt-edited', changes },
      { kind: 'prompt-screened', verdict: aVerdict('review') },
    );
    const form = await stage.formOf(await stage.press(review.noor, card, 'decline'));
    await discord.simulator.submitModal(form, { reason: 'rules', 'never-again': true }).answered;
    await stage.says(card, '**Declined by @noor**');
    expect(await stage.now(request)).toMatchObject({ decline: { reason: 'rules', neverAgain: true } });
    expect(await records.store.refusedPictures.find({ sha256: [picture.sha256], mark: null }, 0)).toMatchObject({
      by: '@noor',
    });
  });

  it('tells the requester the reason and the note', async () => {
    const { request, card, message } = await stage.ask();
    const form = await stage.formOf(await stage.press(review.noor, card, 'decline'));
    await discord.simulator.submitModal(form, { reason: 'too-similar', note: 'See the *boat* of yesterday' }).answered;
    await stage.says(card, '**Declined by @noor**');
    expect(await stage.now(request)).toMatchObject({
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
    const { request } = await stage.ask();
    await discord.walk(
      request,
      { kind: 'approved', approval },
      { kind: 'gave-up', during: 'generating', error: 'no answer' },
    );
    const card = await cardSaying('It failed');
    await stage.press(review.noor, card, 'retry');
    await stage.says(card, '**Tried again by @noor**');
    expect((await stage.now(request))?.state).toBe('approved');
  });

  it('a start that may have been billed is begun again or given up', async () => {
    for (const [action, said, state] of [
      ['restart', 'Started again by @noor', 'generating'],
      ['give-up', 'Given up by @noor', 'failed'],
    ] as const) {
      const { request } = await stage.ask(`a boat to ${action}`);
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
      await stage.press(review.noor, card, action);
      await stage.says(card, said);
      expect((await stage.now(request))?.state).toBe(state);
    }
  });

  it('a clip that was reported is taken down, or stands', async () => {
    const { simulator, person, guild } = discord;
    const { request } = await stage.ask();
    const delivered = await discord.deliver(await discord.make(request));
    if (delivered.state !== 'delivered') throw new Error('not delivered');
    const clip = await simulator.until('the clip', () =>
      simulator.visible(discord.channel).find(({ id }) => id === delivered.reply.id),
    );
    const fan = simulator.world.addMember(guild, 'Fan');
    const report = `report:c.${request.id}`;
    const form = await stage.formOf(simulator.press(fan, clip, report));
    await simulator.submitModal(form, { text: 'it is *my* drawing' }).answered;
    const card = await cardSaying('it is \\*my\\* drawing');
    await stage.press(review.noor, card, 'let-stand');
    await stage.says(card, '@noor let it stand');
    expect((await stage.now(request))?.state).toBe('delivered');
    expect(await records.store.requests.count({ needsAttention: true })).toBe(0);

    const again = await stage.formOf(simulator.press(person, clip, report));
    await simulator.submitModal(again, { text: 'really' }).answered;
    const second = await cardSaying('> really');
    const reason = await stage.formOf(await stage.press(review.omar, second, 'take-down'));
    await simulator.submitModal(reason, { reason: 'rights of others' }).answered;
    await stage.says(second, 'Taken down by @omar');
    expect(textOf(second)).toContain('rights of others');
    expect(await stage.now(request)).toMatchObject({ state: 'removed', by: '@omar', reason: 'rights of others' });
  });
});

describe('an appeal', () => {
  const appealButton = (message: Message) => idsOf(message).find((id) => id.startsWith('appeal:'));

  it('is made by the one who asked, below what they were told, and decided by another curator', async () => {
    const { simulator, person, channel, guild } = discord;
    const { request, card } = await stage.ask();
    await discord.walk(request, {
      kind: 'declined',
      decline: { curator: '@noor', at: new Date().toISOString(), reason: 'off-topic', note: null },
    });
    const status = await simulator.until('the offer', () =>
      simulator.visible(channel).find(({ content }) => content.includes('You can appeal once')),
    );
    const appeal = appealButton(status) ?? '';
    const other = simulator.world.addMember(guild, 'Other');
    expect(await stage.told(simulator.press(other, status, appeal))).toContain('Only the one who asked');
    const form = await stage.formOf(simulator.press(person, status, appeal));
    await simulator.submitModal(form, { text: 'it is for the theme' }).answered;
    await simulator.until('the status', () => status.content.includes('You appealed'));
    expect(appealButton(status)).toBeUndefined();
    const second = await simulator.until('its card', () =>
      simulator.visible(review.channel).find((message) => textOf(message).includes('> it is for the theme')),
    );
    expect(second.id).not.toBe(card.id);
    expect(await stage.told(await stage.press(review.noor, second, 'dismiss-appeal'))).toContain('another curator');
    await stage.press(review.omar, second, 'uphold');
    await stage.says(second, '**@omar upheld the appeal**');
    await simulator.until('the status', () => status.content.includes('upheld'));
    expect(await stage.now(request)).toMatchObject({ state: 'in-review', appeal: { decided: { upheld: true } } });
  });
});

function anOrderOf({ prompt }: PromptRequest) {
  return {
    ...{ prompt, aspect: { width: 16, height: 9 }, seconds: 5, resolution: 720 as const, framesPerSecond: 24 },
    ...{ style: null, seed: 1, sound: 'none' as const, picture: null },
  };
}
