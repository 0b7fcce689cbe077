import { beforeEach, describe, expect, it } from 'vitest';
import type { PromptRequest, RequestIn } from '../../../../src/requests/index.ts';
import { endAllWork } from '../../../contracts/store-samples.ts';
import { EVENTS } from '../../../samples/requests.ts';
import { waitUntil } from '../../../services.ts';
import type { Interaction } from '../../../simulators/discord/interactions/interaction.ts';
import type { Channel, Member, Message } from '../../../simulators/discord/world/world.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';

const records = recordsForFile();
const discord = discordForEachTest(records);
beforeEach(async () => {
  await discord.start();
  await discord.simulator.until('the commands', () => discord.simulator.ledger.commandWrites > 0);
});

/** What the person alone is told in the end. */
async function told(interaction: Interaction): Promise<Message> {
  const { simulator } = discord;
  await interaction.answered;
  const message = await simulator.until('the answer', () =>
    interaction.original && !interaction.original.loading && interaction.original.content !== ''
      ? interaction.original
      : null,
  );
  expect(message.ephemeralTo).toBe(interaction.user.id);
  expect(interaction.answeredAfterMs).toBeLessThan(3000);
  return message;
}
const post = (channel: Channel, part: string) =>
  discord.simulator.until(part, () => discord.simulator.visible(channel).find(({ content }) => content.includes(part)));
const idsIn = (message: Message) =>
  [...JSON.stringify(message.components).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
const idOf = (message: Message, action: string) => idsIn(message).find((id) => id.startsWith(`${action}:`)) ?? '';

async function deliveredClip(by: Member = discord.person): Promise<{ clip: Message; request: RequestIn<'delivered'> }> {
  const { simulator, channel } = discord;
  const before = (await discord.requestsOf(by)).length;
  simulator.say(by, channel, `a paper boat ${before}`, { mentions: [simulator.bot] });
  const request = await discord.deliver(await discord.make(await discord.request(before + 1, by)));
  if (request.state !== 'delivered') throw new Error('not delivered');
  const clip = simulator.visible(channel).find(({ id }) => id === request.reply.id);
  if (!clip) throw new Error('no clip');
  return { clip, request };
}

describe('commands', () => {
  it('are registered once, and again only where they changed', async () => {
    const { simulator } = discord;
    await discord.stop();
    await discord.start();
    await simulator.until(
      'the look',
      () => simulator.requests('GET /applications/{application_id}/commands').length >= 2,
    );
    await discord.stop();
    expect(simulator.ledger.commandWrites).toBe(1);
  });

  it('are seen to in the end although Discord fails at first', async () => {
    const { simulator } = discord;
    const looks = () => simulator.requests('GET /applications/{application_id}/commands').length;
    await discord.stop();
    const before = looks();
    simulator.faults.arm({ method: 'GET', route: '/commands' }, { kind: 'status', status: 503 });
    await discord.start();
    await simulator.until('another look', () => looks() >= before + 2);
    expect(discord.errors).toMatchObject([{ code: 'http-503' }]);
  });

  it('are described in Arabic as well', () => {
    const [put] = discord.simulator.requests('PUT /applications/{application_id}/commands');
    const commands = put?.body as { name: string; description_localizations?: { ar?: string } }[];
    for (const { name, description_localizations } of commands) {
      if (name !== 'Ask for a clip') expect(description_localizations?.ar).toMatch(/\p{Script=Arabic}/u);
    }
  });
});

describe('/clip', () => {
  it('asks with its options, tells the person alone, and shows what was asked in the channel', async () => {
    const { simulator, person, channel } = discord;
    const options = {
      prompt: 'a *paper* boat',
      shape: '9:16',
      seconds: 6,
      resolution: '720p',
      style: 'film noir',
      sound: 'none',
    };
    const answer = await told(simulator.command(person, channel, 'clip', options));
    expect(answer.content).toContain('Got it');
    expect(await discord.request()).toMatchObject({
      prompt: 'a *paper* boat',
      options: { aspect: { width: 9, height: 16 }, seconds: 6, resolution: 720, style: 'film noir', sound: 'none' },
    });
    const status = await post(channel, 'asked for:');
    expect(status.content).toContain('> a \\*paper\\* boat');
    expect(simulator.pings()).toEqual([]);
  });

  it('gets its clip as a message that pings who asked, once', async () => {
    const { simulator, person, channel } = discord;
    await told(simulator.command(person, channel, 'clip', { prompt: 'a paper boat' }));
    const made = await discord.make(await discord.request());
    simulator.faults.arm({ method: 'POST', route: '/messages' }, { kind: 'lost-answer' });
    await expect(discord.deliver(made)).rejects.toMatchObject({ retryable: true });
    expect((await discord.deliver(made)).state).toBe('delivered');
    expect(simulator.visible(channel).filter(({ files }) => files.length > 0)).toHaveLength(1);
    expect(simulator.pings().map(({ target }) => target)).toEqual([person.user.id]);
  });

  it('brings a picture', async () => {
    const { default: sharp } = await import('sharp');
    const { simulator, person, channel } = discord;
    const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const picture = { name: 'boat.png', bytes, contentType: 'image/png' };
    await told(simulator.command(person, channel, 'clip', { prompt: 'let it sail', picture }));
    expect((await discord.request()).picture).not.toBeNull();
    const none = { name: 'boat.png', bytes: Buffer.from('none'), contentType: 'image/png' };
    const answer = await told(simulator.command(person, channel, 'clip', { prompt: 'let it sail', picture: none }));
    expect(answer.content).toContain('cannot be used');
    expect(await discord.requestsOf(person)).toHaveLength(1);
  });

  it('says what is wrong to the person alone', async () => {
    const { simulator, person, channel } = discord;
    const answer = await told(simulator.command(person, channel, 'clip', { prompt: 'a boat --seconds 900' }));
    expect(answer.content).toContain('seconds');
    expect(simulator.visible(channel)).toEqual([]);
    expect(await discord.requestsOf(person)).toHaveLength(0);
  });

  it('is not taken where the bot could not answer', async () => {
    const { simulator, person, channel } = discord;
    simulator.world.setPermissions(channel, 'bot', { deny: ['sendMessages', 'sendMessagesInThreads'] });
    const answer = await told(simulator.command(person, channel, 'clip', { prompt: 'a boat' }));
    expect(answer.content).toContain('cannot');
    expect(await discord.requestsOf(person)).toHaveLength(0);
  });

  it('suggests styles while one is typed, in the language in which it is typed', async () => {
    const { simulator, person, channel } = discord;
    const suggested = async (style: string) => {
      const answer = await simulator.autocomplete(person, channel, 'clip', { prompt: 'a boat', style }, 'style')
        .answered;
      return answer.kind === 'choices' ? answer.choices.map(({ value }) => value) : [];
    };
    expect((await suggested('wat'))[0]).toBe('watercolour');
    expect(await suggested('')).toHaveLength(25);
    expect((await suggested('خيال'))[0]).toBe('خيال الظل');
  });

  it('is answered in the language of the person’s Discord', async () => {
    const { simulator, guild, channel } = discord;
    const salma = simulator.world.addMember(guild, 'Salma', { locale: 'ar' });
    const answer = await told(simulator.command(salma, channel, 'my requests'));
    expect(answer.content).toBe('لم تطلب شيئًا بعد.');
    // Most clients do not offer Arabic: who asks in it is answered in it from then on.
    const noor = simulator.world.addMember(guild, 'Noor');
    await told(simulator.command(noor, channel, 'clip', { prompt: 'قارب ورقي' }));
    expect((await told(simulator.command(noor, channel, 'my requests'))).content).toContain('أحدث طلباتك');
  });

  it('is acknowledged in time while Discord is slow in everything else', async () => {
    const { simulator, person, channel } = discord;
    const slow = simulator.faults.arm({ method: 'POST', route: '/messages' }, { kind: 'slow', ms: 1000 }, 5);
    for (let index = 0; index < 5; index += 1) {
      simulator.say(person, channel, `a boat ${index}`, { mentions: [simulator.bot] });
    }
    await waitUntil(() => slow.struck() > 0, 'something that waits');
    const interactions = Array.from({ length: 5 }, () => simulator.command(person, channel, 'my requests'));
    for (const interaction of interactions) await told(interaction);
  });

  it.each([
    ['lost', { kind: 'lost-answer' }],
    ['late', { kind: 'late', ms: 4000 }],
  ] as const)('is answered although the answer to its acknowledgement is %s', async (_, fault) => {
    const { simulator, person, channel } = discord;
    simulator.faults.arm({ method: 'POST', route: '/callback' }, fault);
    const interaction = simulator.command(person, channel, 'clip', { prompt: 'a boat' });
    expect((await told(interaction)).content).toContain('Got it');
    expect(await discord.requestsOf(person)).toHaveLength(1);
    expect(discord.errors).toEqual([]);
  });
});

describe('the message menu', () => {
  it('asks by one’s own message, which is answered', async () => {
    const { simulator, person, channel } = discord;
    const message = simulator.say(person, channel, 'a paper boat --seconds 4');
    await told(simulator.messageMenu(person, message, 'Ask for a clip'));
    expect(await discord.request()).toMatchObject({
      prompt: 'a paper boat',
      options: { seconds: 4 },
      post: { id: message.id },
    });
    await simulator.until('the status', () =>
      simulator.visible(channel).find(({ reference }) => reference?.messageId === message.id),
    );
  });

  it('takes in what was changed since, and asks for nothing twice', async () => {
    const { simulator, person, channel } = discord;
    const message = simulator.say(person, channel, 'a paper boat');
    await told(simulator.messageMenu(person, message, 'Ask for a clip'));
    simulator.edit(message, 'a paper plane');
    const answer = await told(simulator.messageMenu(person, message, 'Ask for a clip'));
    expect(answer.content).toContain('already');
    expect((await discord.request()).prompt).toBe('a paper plane');
    expect(await discord.requestsOf(person)).toHaveLength(1);
  });

  it('does not ask by messages of others', async () => {
    const { simulator, person, channel, guild } = discord;
    const other = simulator.world.addMember(guild, 'Other');
    const message = simulator.say(other, channel, 'a paper boat');
    expect((await told(simulator.messageMenu(person, message, 'Ask for a clip'))).content).toContain('your own');
    expect(await discord.requestsOf(person)).toHaveLength(0);
    expect(await discord.requestsOf(other)).toHaveLength(0);
  });
});

it('the button below what waits counts once who wants it too, takes it back, and goes when it is decided', async () => {
  const { simulator, guild, person, channel } = discord;
  const message = simulator.say(person, channel, 'a paper boat');
  await told(simulator.messageMenu(person, message, 'Ask for a clip'));
  const request = await discord.request();
  const isStatus = (shown: Message) => shown.reference?.messageId === message.id;
  const hasButton = () => simulator.visible(channel).find((shown) => isStatus(shown) && hasWant(shown));
  const hasWant = (shown: Message) => idsIn(shown).some((id) => id.startsWith('want:'));
  const status = await simulator.until('the button', hasButton);
  const press = async (by: Member) => (await told(simulator.press(by, status, idOf(status, 'want')))).content;
  const fan = simulator.world.addMember(guild, 'Fan');
  expect(await press(fan)).toContain('1 person besides who asked');
  expect(await press(fan)).toContain('Taken back');
  expect(await press(person)).toContain('You asked for it');
  expect(await records.store.votes.tallies([{ kind: 'request', id: request.id }])).toMatchObject([{ votes: 0 }]);
  await discord.walk(request, EVENTS.declined);
  await waitUntil(() => !hasButton(), 'the end of the button');
});

describe('the buttons below a clip', () => {
  it('count a vote once, take it back, and do not count one’s own', async () => {
    const { simulator, guild, person } = discord;
    const { clip, request } = await deliveredClip();
    const fan = simulator.world.addMember(guild, 'Fan');
    const vote = idOf(clip, 'vote');
    const votes = async () => (await records.store.votes.tallies([{ kind: 'clip', id: request.id }]))[0]?.votes;
    expect((await told(simulator.press(fan, clip, vote))).content).toContain('has 1 vote.');
    expect(await votes()).toBe(1);
    expect((await told(simulator.press(fan, clip, vote))).content).toContain('none now');
    expect(await votes()).toBe(0);
    expect((await told(simulator.press(person, clip, vote))).content).toContain('your own');
    expect(await votes()).toBe(0);
  });

  it('work in a new process that remembers nothing', async () => {
    const { simulator, guild } = discord;
    const { clip, request } = await deliveredClip();
    // So they stand in channels since the first version: whoever names them otherwise must still answer these.
    expect(idsIn(clip)).toEqual(['vote', 'remix', 'report'].map((action) => `${action}:c.${request.id}`));
    await discord.stop();
    await discord.start();
    const fan = simulator.world.addMember(guild, 'Fan');
    expect((await told(simulator.press(fan, clip, idOf(clip, 'vote')))).content).toContain('has 1 vote.');
  });

  it('remix: a form with the prompt, and a request whose parent is the clip', async () => {
    const { simulator, guild, channel } = discord;
    const { clip, request } = await deliveredClip();
    const fan = simulator.world.addMember(guild, 'Fan');
    const answer = await simulator.press(fan, clip, idOf(clip, 'remix')).answered;
    if (answer.kind !== 'modal') throw new Error('no form');
    expect(JSON.stringify(answer.modal.components)).toContain('a paper boat 0');
    await told(simulator.submitModal(answer.modal, { text: 'a paper boat at night --ar 1:1' }));
    expect(await discord.request(1, fan)).toMatchObject({
      prompt: 'a paper boat at night',
      options: { aspect: { width: 1, height: 1 } },
      parentId: request.id,
    });
    await post(channel, 'a paper boat at night');
  });

  it('report: a form, and those who run it are told', async () => {
    const { simulator, guild } = discord;
    const { clip, request } = await deliveredClip();
    const fan = simulator.world.addMember(guild, 'Fan');
    const answer = await simulator.press(fan, clip, idOf(clip, 'report')).answered;
    if (answer.kind !== 'modal') throw new Error('no form');
    await told(simulator.submitModal(answer.modal, { text: 'it is my drawing' }));
    expect(discord.reports).toMatchObject([
      { requestId: request.id, words: 'it is my drawing', reporter: { id: fan.user.id } },
    ]);
  });

  it('say so where the clip was taken down', async () => {
    const { simulator, guild } = discord;
    const { clip, request } = await deliveredClip();
    await discord.walk(request, { kind: 'taken-down', by: 'Noor', reason: 'rights' });
    const fan = simulator.world.addMember(guild, 'Fan');
    expect((await told(simulator.press(fan, clip, idOf(clip, 'vote')))).content).toContain('not shown any more');
  });
});

describe('/my', () => {
  const stateOf = async ({ id }: PromptRequest) => (await records.store.requests.find(id))?.state;

  it('requests tells how each stands, and withdraws what is chosen', async () => {
    const { simulator, person, channel } = discord;
    await told(simulator.command(person, channel, 'clip', { prompt: 'a paper boat' }));
    const request = await discord.request();
    const list = await told(simulator.command(person, channel, 'my requests'));
    expect(list.content).toContain('> a paper boat\nThank you! A curator will look at your prompt.');
    const answer = await told(simulator.choose(person, list, idOf(list, 'withdraw'), [request.id]));
    expect(answer.content).toBe('Withdrawn.');
    expect(await stateOf(request)).toBe('withdrawn');
    expect(idsIn(await told(simulator.command(person, channel, 'my requests')))).toEqual([]);
  });

  it('requests shows the person’s own, also from the button of somebody else’s status', async () => {
    const { simulator, guild, person, channel } = discord;
    simulator.say(person, channel, 'a paper boat', { mentions: [simulator.bot] });
    const status = await post(channel, 'A curator');
    const other = simulator.world.addMember(guild, 'Other');
    expect((await told(simulator.press(other, status, idOf(status, 'mine')))).content).toContain(
      'not asked for anything',
    );
  });

  it('data is a file with all of it; deleting it is asked twice, and takes everything back', async () => {
    const { simulator, person, guild, channel } = discord;
    const other = simulator.world.addMember(guild, 'Other');
    const theirs = await deliveredClip(other);
    await told(simulator.press(person, theirs.clip, idOf(theirs.clip, 'vote')));
    const mine = await deliveredClip();
    await told(simulator.command(person, channel, 'clip', { prompt: 'a second boat' }));
    const open = await discord.request(2);
    const data = await told(simulator.command(person, channel, 'my data'));
    const record = JSON.parse(Buffer.from(data.files[0]?.bytes ?? []).toString());
    expect(record).toMatchObject({
      member: { id: person.user.id },
      requests: [{ prompt: 'a paper boat 0', state: 'delivered' }, { prompt: 'a second boat' }],
      votes: [{ target: { kind: 'clip', id: theirs.request.id } }],
    });
    const asked = await told(simulator.press(person, data, 'delete:ask'));
    expect((await told(simulator.press(person, asked, 'keep:all'))).content).toContain('Nothing was changed');
    expect(await stateOf(open)).toBe('in-review');
    const answer = await told(simulator.press(person, asked, 'delete:yes'));
    expect(answer.content).toContain('3 requests and votes');
    expect(await stateOf(open)).toBe('withdrawn');
    expect(await stateOf(mine.request)).toBe('removed');
    expect(await stateOf(theirs.request)).toBe('delivered');
    // Nothing is forgotten before its steps of work are done; here nobody but the test does them.
    expect((await discord.requestsOf(person)).map(({ id }) => id)).toContain(mine.request.id);
    await endAllWork(records.store);
    await waitUntil(async () => (await records.store.forgetting.waiting()).length === 0, 'the forgetting');
    const left = await Promise.all([open, mine.request].map(({ id }) => records.store.requests.find(id)));
    const histories = await Promise.all([open, mine.request].map(({ id }) => records.store.requests.history(id)));
    expect(JSON.stringify([left, histories])).not.toMatch(new RegExp(`boat|Mina|${person.user.id}`));
    expect(left.map((request) => request?.state)).toEqual(['withdrawn', 'removed']);
    const tells = ({ author, content }: { author: { id: string }; content: string }) =>
      author.id === simulator.bot.id && (content.includes('second boat') || content.includes(person.user.id));
    await waitUntil(() => !simulator.visible(channel).some(tells), 'the end of what was said of it');
    expect((await told(simulator.command(person, channel, 'my data'))).content).toContain('Nothing of yours');
    expect((await records.store.requests.find(theirs.request.id))?.prompt).toContain('boat');
    expect(await records.store.votes.castBy(`discord:${person.user.id}`)).toEqual([]);
  });
});

it.each(['week', 'month', 'call'])(
  '/top of the %s shows the best, with a link where one can follow it',
  async (since) => {
    const { simulator, guild, channel, person } = discord;
    const { clip } = await deliveredClip();
    const fan = simulator.world.addMember(guild, 'Fan');
    await told(simulator.press(fan, clip, idOf(clip, 'vote')));
    const answer = await told(simulator.command(person, channel, 'top', { since }));
    expect(answer.content).toContain('a paper boat 0, asked for by Mina: 1 vote');
    expect(answer.content).toContain(`https://discord.com/channels/${guild.id}/${channel.id}/${clip.id}`);
  },
);
