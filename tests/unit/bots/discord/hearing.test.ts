import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { EVENTS } from '../../../samples/requests.ts';
import { waitUntil } from '../../../services.ts';
import type { Message } from '../../../simulators/discord/world/world.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';

const records = recordsForFile();
const discord = discordForEachTest(records);
beforeEach(() => discord.start());

const mentionBot = () => ({ mentions: [discord.simulator.bot] });
/** What was said before it has been heard once this has. */
async function hearsNothingBut(count: number): Promise<void> {
  const { simulator, channel, guild } = discord;
  const last = simulator.world.addMember(guild, 'Last');
  simulator.say(last, channel, 'a lighthouse', mentionBot());
  await discord.request(1, last);
  expect(await discord.requestsOf(discord.person)).toHaveLength(count);
}

describe('a mention', () => {
  it('asks for what its words say, with the options in them', async () => {
    const { simulator, person, channel } = discord;
    const message = simulator.say(person, channel, 'a paper boat --ar 9:16 --seconds 6', mentionBot());
    expect(await discord.request()).toMatchObject({
      prompt: 'a paper boat',
      options: { aspect: { width: 9, height: 16 }, seconds: 6 },
      post: { platform: 'discord', channel: channel.id, id: message.id },
      requester: { platform: 'discord', id: person.user.id, name: 'Mina' },
      locale: 'en',
    });
  });

  it('may stand anywhere in the words', async () => {
    const { simulator, person, channel } = discord;
    simulator.say(person, channel, `a kite <@${simulator.bot.id}> in the wind`);
    expect((await discord.request()).prompt).toBe('a kite in the wind');
  });

  it('in Arabic is answered in Arabic', async () => {
    const { simulator, person, channel } = discord;
    const message = simulator.say(person, channel, 'قارب ورقي في المطر', mentionBot());
    expect((await discord.request()).locale).toBe('ar');
    const status = await simulator.until('the status', () =>
      simulator.visible(channel).find(({ reference }) => reference?.messageId === message.id),
    );
    expect(status.content).toMatch(/\p{Script=Arabic}/u);
  });

  it('brings the first picture, taken in at once', async () => {
    const { simulator, person, channel } = discord;
    const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const attachments = [
      { name: 'notes.txt', bytes: Buffer.from('notes'), contentType: 'text/plain' },
      { name: 'boat.png', bytes, contentType: 'image/png' },
    ];
    simulator.say(person, channel, 'let it sail', { ...mentionBot(), attachments });
    const request = await discord.request();
    const { picture } = request;
    // Discord's links are signed, and work for whoever has them: they are nowhere kept.
    const kept = JSON.stringify([request, await records.store.requests.history(request.id)]);
    expect(kept).not.toContain('boat.png');
    expect(kept).not.toContain(simulator.origin);
    expect(picture?.type).toMatch(/^image\//);
    expect(picture?.sha256).not.toBe('');
  });

  it('with a picture that is none is answered once, and asks for nothing', async () => {
    const { simulator, person, channel } = discord;
    const attachments = [{ name: 'boat.png', bytes: Buffer.from('no picture'), contentType: 'image/png' }];
    const message = simulator.say(person, channel, 'let it sail', { ...mentionBot(), attachments });
    await simulator.until('the answer', () =>
      simulator.visible(channel).find(({ reference }) => reference?.messageId === message.id),
    );
    await hearsNothingBut(0);
  });

  it('without words is answered with how to ask', async () => {
    const { simulator, person, channel } = discord;
    const message = simulator.say(person, channel, '', mentionBot());
    const answer = await simulator.until('the answer', () =>
      simulator.visible(channel).find(({ reference }) => reference?.messageId === message.id),
    );
    // As people see the bot's name there.
    expect(answer.content).toContain(`<@${simulator.bot.id}> a paper boat`);
    expect(simulator.pings()).toContainEqual(expect.objectContaining({ kind: 'reply', target: person.user.id }));
  });

  it('in an answer to a clip asks for a remix of it; without a mention an answer asks for nothing', async () => {
    const { simulator, person, channel, guild } = discord;
    simulator.say(person, channel, 'a paper boat', mentionBot());
    const made = await discord.make(await discord.request());
    const delivered = await discord.deliver(made);
    const clip = simulator.visible(channel).find(({ files }) => files.length > 0);
    if (!clip || delivered.state !== 'delivered') throw new Error('no clip');
    const fan = simulator.world.addMember(guild, 'Fan');
    simulator.say(fan, channel, 'thank you, how lovely!', { replyTo: clip, pingReplied: true });
    simulator.say(fan, channel, 'the same at night', { ...mentionBot(), replyTo: clip });
    const remix = await discord.request(1, fan);
    expect(remix).toMatchObject({ prompt: 'a paper boat, at night', parentId: delivered.id });
    expect(await discord.requestsOf(fan)).toHaveLength(1);
  });
});

describe('nothing is asked by', () => {
  it('a mention of everyone, of a role, of others, or no mention', async () => {
    const { simulator, person, channel, guild } = discord;
    const role = simulator.world.addRole(guild, 'Open Call fans', { mentionable: true });
    const botRole = [...guild.roles.values()].find(({ managedBy }) => managedBy === simulator.bot.id);
    const owner = [...guild.members.values()].find(({ user }) => user.id === guild.ownerId) ?? person;
    simulator.say(owner, channel, '@everyone a paper boat');
    simulator.say(owner, channel, '@here a paper boat');
    simulator.say(person, channel, `<@&${role.id}> a paper boat`);
    simulator.say(person, channel, `<@&${botRole?.id ?? role.id}> a paper boat`);
    simulator.say(person, channel, `<@${guild.ownerId}> a paper boat`);
    simulator.say(person, channel, '@opencall a paper boat');
    await hearsNothingBut(0);
    expect(await discord.requestsOf(owner)).toHaveLength(0);
  });

  it('bots, webhooks, ourselves and forwarded messages', async () => {
    const { simulator, person, channel, guild } = discord;
    const other = simulator.world.addMember(guild, 'Other bot', { bot: true });
    simulator.say(other, channel, 'a paper boat', mentionBot());
    simulator.say(person, channel, 'a paper boat', { ...mentionBot(), webhook: true });
    const elsewhere = simulator.world.addChannel(guild, 'elsewhere');
    simulator.world.setPermissions(elsewhere, 'bot', { deny: ['viewChannel'] });
    const original = simulator.say(person, elsewhere, 'a paper boat', mentionBot());
    simulator.forward(person, channel, original);
    await discord.platform().publish({
      kind: 'answer',
      inReplyTo: { platform: 'discord', channel: channel.id, id: simulator.say(person, channel, 'hello').id },
      key: 'a.ourselves',
      requestId: null,
      locale: 'en',
      text: `<@${simulator.bot.id}> a paper boat`,
      notify: { platform: 'discord', id: person.user.id, name: 'Mina' },
      video: null,
    });
    await hearsNothingBut(0);
    expect(await discord.requestsOf(other)).toHaveLength(0);
  });
});

describe('a person who changes their mind', () => {
  it('edits before review, and the request is another one', async () => {
    const { simulator, person, channel } = discord;
    const message = simulator.say(person, channel, 'a paper boat', mentionBot());
    const { id } = await discord.request();
    simulator.edit(message, `<@${simulator.bot.id}> a paper plane --seconds 5`);
    await waitUntil(async () => (await records.store.requests.find(id))?.prompt === 'a paper plane', 'the edit');
    // To be screened again.
    expect((await records.store.requests.find(id))?.state).toBe('received');
    expect(await discord.requestsOf(person)).toHaveLength(1);
  });

  it('edits after approval, and is told that it changes nothing', async () => {
    const { simulator, person, channel } = discord;
    const message = simulator.say(person, channel, 'a paper boat', mentionBot());
    const request = await discord.make(await discord.request());
    const answers = () => simulator.visible(channel).filter(({ content }) => content.includes('too late'));
    // Discord tells of a link that it has looked up in the same way.
    simulator.edit(message, `<@${simulator.bot.id}> a paper boat `);
    simulator.edit(message, `<@${simulator.bot.id}> a paper plane`);
    await simulator.until('the answer', () => answers().length > 0);
    expect((await records.store.requests.find(request.id))?.prompt).toBe('a paper boat');
    expect(answers()).toHaveLength(1);
  });

  it('deletes the message, and the request is withdrawn', async () => {
    const { simulator, person, channel } = discord;
    const message = simulator.say(person, channel, 'a paper boat', mentionBot());
    const { id } = await discord.request();
    simulator.remove(message);
    await waitUntil(async () => (await records.store.requests.find(id))?.state === 'withdrawn', 'withdrawing');
  });

  it('mentions the bot by an edit, and is heard then', async () => {
    const { simulator, person, channel } = discord;
    const message = simulator.say(person, channel, 'a paper boat');
    simulator.edit(message, `<@${simulator.bot.id}> a paper boat`);
    expect((await discord.request()).prompt).toBe('a paper boat');
  });
});

describe('direct messages', () => {
  it('need no mention', async () => {
    const { simulator, person } = discord;
    const direct = simulator.world.directChannel(person.user);
    simulator.say(person.user, direct, 'a paper boat');
    expect(await discord.request()).toMatchObject({ prompt: 'a paper boat', post: { channel: direct.id } });
  });

  it('are caught up with too', async () => {
    const { simulator, person } = discord;
    const direct = simulator.world.directChannel(person.user);
    simulator.say(person.user, direct, 'a paper boat');
    await discord.request();
    await discord.stop();
    simulator.say(person.user, direct, 'a paper plane');
    await discord.start();
    expect((await discord.request(2)).prompt).toBe('a paper plane');
  });
});

describe('what is asked while the bot does not hear', () => {
  const say = (text: string) => discord.simulator.say(discord.person, discord.channel, text, mentionBot());

  it('is heard when it is back, once', async () => {
    say('a first boat');
    await discord.request();
    await discord.stop();
    for (const number of [2, 3, 4]) say(`boat number ${number}`);
    await discord.start();
    await discord.request(4);
    await hearsNothingBut(4);
  });

  it('is heard when a broken connection is resumed', async () => {
    say('a first boat');
    await discord.request();
    discord.simulator.gateway.cutConnections();
    say('a second boat');
    await discord.request(2);
    await hearsNothingBut(2);
  });

  it('is listed when the session is lost, over more than one page', async () => {
    const { simulator, person, channel, guild } = discord;
    say('a first boat');
    await discord.request();
    const quiet = simulator.world.addChannel(guild, 'quiet');
    simulator.gateway.setClosed(true);
    simulator.gateway.dropSessions();
    simulator.gateway.cutConnections();
    for (let index = 0; index < 230; index += 1) simulator.say(person, channel, `chatter ${index}`);
    say('a second boat');
    simulator.say(person, quiet, 'a third boat', mentionBot());
    simulator.gateway.setClosed(false);
    await discord.request(3);
    await hearsNothingBut(3);
    const listings = simulator.requests('GET /channels/{channel_id}/messages');
    expect(listings.filter(({ path }) => path.includes(channel.id)).length).toBeGreaterThanOrEqual(3);
  });

  it('is heard although Discord fails at first', async () => {
    await discord.stop();
    say('a paper boat');
    discord.simulator.faults.arm({ method: 'GET', route: '/messages' }, { kind: 'status', status: 503 }, 2);
    await discord.start();
    await discord.request();
  });

  describe('is looked at again:', () => {
    const stateOf = async (id: string) => (await records.store.requests.find(id))?.state;

    it('edits and deletions of what was asked before, also far back and in threads and conversations', async () => {
      const { simulator, person, channel } = discord;
      const thread = simulator.world.addThread(channel, 'boats');
      const direct = simulator.world.directChannel(person.user);
      const messages = [
        say('a boat that stays'),
        say('a boat that is edited'),
        say('a boat that is deleted'),
        simulator.say(person, thread, 'a boat in a thread', mentionBot()),
        simulator.say(person.user, direct, 'a boat in private'),
      ];
      await discord.request(messages.length);
      for (let index = 0; index < 120; index += 1) simulator.say(person, channel, `chatter ${index}`);
      const late = say('a late boat that is deleted');
      await discord.request(messages.length + 1);
      const first = (await discord.requestsOf(person)).find(({ prompt }) => prompt === 'a boat that is deleted');
      if (first) await discord.walk(first, EVENTS.held);
      await discord.stop();
      const [, edited, deleted, inThread, inPrivate] = messages as [Message, Message, Message, Message, Message];
      simulator.edit(edited, `<@${simulator.bot.id}> a plane after all`);
      for (const each of [deleted, late, inThread, inPrivate]) simulator.remove(each);
      await discord.start();
      const now = async () =>
        new Map((await discord.requestsOf(person)).map(({ prompt, state }) => [prompt, state] as const));
      await waitUntil(
        async () => [...(await now()).values()].filter((each) => each === 'withdrawn').length === 4,
        'all',
      );
      await waitUntil(async () => (await now()).has('a plane after all'), 'the edit');
      expect((await now()).get('a boat that stays')).toBe('in-review');
      expect((await now()).size).toBe(6);
    });

    it('a message that cannot be read any more counts as there', async () => {
      const { simulator, channel } = discord;
      say('a boat that is hidden');
      const { id } = await discord.request();
      await discord.stop();
      simulator.world.setPermissions(channel, 'bot', { deny: ['readMessageHistory'] });
      await discord.start();
      simulator.world.setPermissions(channel, 'bot', {});
      await hearsNothingBut(1);
      expect(await stateOf(id)).toBe('in-review');
    });
  });

  it('is not looked for where the bot may not read', async () => {
    const { simulator, person, guild } = discord;
    const hidden = simulator.world.addChannel(guild, 'hidden');
    simulator.world.setPermissions(hidden, 'bot', { deny: ['viewChannel'] });
    await discord.stop();
    simulator.say(person, hidden, 'a paper boat');
    await discord.start();
    await hearsNothingBut(0);
    const listings = simulator.requests('GET /channels/{channel_id}/messages');
    expect(listings.filter(({ path }) => path.includes(hidden.id))).toEqual([]);
  });
});
