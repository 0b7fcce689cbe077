import { beforeEach, describe, expect, it } from 'vitest';
import { newServer } from '../../../../src/bots/discord/servers/discord-server.ts';
import { STANDING_CALL_ID } from '../../../../src/calls/call.ts';
import type { Member, Message } from '../../../simulators/discord/world/world.ts';
import { formOf } from './form-of.ts';
import type { TestDiscord, TestRecords } from './open-test-discord.ts';
import { stageForEachTest } from './operating-stage.ts';

let records: TestRecords;
let discord: TestDiscord;
let admin: Member;
const { run, told, filled, callNamed, current } = stageForEachTest();
beforeEach(() => {
  ({ records, discord, admin } = current());
});

describe('/opencall call', () => {
  it('opens a call from a form, announces it, and takes posts of its channel into it', async () => {
    const { simulator, guild, channel, person } = discord;
    const news = simulator.world.addChannel(guild, 'news');
    await records.store.discordServers.save({ ...newServer(guild.id), home: true, announceChannel: news.id });
    const message = await filled(run('call open'), {
      theme: 'Boats @everyone',
      end: '7 days',
      budget: '12.50',
      caps: '1',
      places: [channel.id],
    });
    expect(message.content).toContain('Open now');
    expect(message.content).toContain('$12.50');
    const call = await callNamed('Boats @everyone');
    expect(call).toMatchObject({ budgetUsd: 12.5, caps: { perMemberPerCall: 1 }, places: [`discord:${channel.id}`] });
    expect(simulator.visible(news)).toEqual([]);
    const pressed = await told(simulator.press(admin, message, `announce:${call.id}`));
    expect(pressed.content).toContain(`<#${news.id}> Posted`);
    expect((await told(simulator.press(admin, message, `announce:${call.id}`))).content).toContain('announced already');
    const [announced, ...more] = simulator.visible(news);
    expect([announced?.mentionEveryone, more]).toEqual([false, []]);
    expect(announced?.content).toContain('A new call: “Boats');

    simulator.say(person, channel, 'a paper boat', { mentions: [simulator.bot] });
    expect((await discord.request()).callId).toBe(call.id);
    simulator.say(person, channel, 'another boat', { mentions: [simulator.bot] });
    await simulator.until('the refusal', () =>
      simulator.visible(channel).find(({ content }) => content.includes('1 clip in this call')),
    );
    const thread = simulator.world.addThread(channel, 'small boats');
    const [inThread, byCommand] = ['Salma', 'Omar'].map((name) => simulator.world.addMember(guild, name));
    if (!inThread || !byCommand) throw new Error('nobody');
    simulator.say(inThread, thread, 'a small boat', { mentions: [simulator.bot] });
    expect((await discord.request(1, inThread)).callId).toBe(call.id);
    simulator.command(byCommand, thread, 'clip', { prompt: 'a tiny boat' });
    expect((await discord.request(1, byCommand)).callId).toBe(call.id);
    const elsewhere = simulator.world.addChannel(guild, 'other');
    simulator.say(person, elsewhere, 'a third boat', { mentions: [simulator.bot] });
    expect((await discord.request(2)).callId).toBe(STANDING_CALL_ID);
  });

  it('says all that is wrong in a form, and changes nothing', async () => {
    const before = (await records.store.calls.list()).length;
    const unreadable = await filled(run('call open'), { theme: 'Boats', end: 'soon', budget: 'much', caps: 'few' });
    for (const part of ['that end', 'that budget', 'those caps', 'Nothing was changed'])
      expect(unreadable.content).toContain(part);
    expect((await filled(run('call open'), { theme: 'Boats', end: '2020-01-01' })).content).toContain('still to come');
    expect((await records.store.calls.list()).length).toBe(before);
  });

  it('offers calls to close and to extend, and leaves the standing one alone', async () => {
    const { simulator, channel, person } = discord;
    await filled(run('call open'), { theme: 'Lanterns' });
    const { id } = await callNamed('Lanterns');
    const offer = async (what: string, written: string) => {
      const answer = await simulator.autocomplete(admin, channel, `opencall call ${what}`, { call: written }, 'call')
        .answered;
      return answer.kind === 'choices' ? answer.choices.map(({ value }) => value) : [];
    };
    expect(await offer('close', 'lant')).toEqual([id]);
    expect((await told(run('call close', { call: id }))).content).toContain('Closed: Lanterns');
    expect(await offer('close', 'lant')).toEqual([]);
    expect((await told(run('call close', { call: id }))).content).toContain('over already');
    simulator.say(person, channel, 'a lantern', { mentions: [simulator.bot] });
    expect((await discord.request()).callId).toBe(STANDING_CALL_ID);

    expect(await offer('extend', 'lant')).toEqual([id]);
    const terms = { end: '2 days', budget: '40', winners: 'duels 5' };
    const { content } = await filled(run('call extend', { call: id }), terms);
    expect(content).toMatch(/Changed: Lanterns.*the 5 best by duels/s);
    const { budgetUsd, winners } = await callNamed('Lanterns');
    expect([budgetUsd, winners?.by, winners?.places]).toEqual([40, 'duels', 5]);
    expect((await told(run('call close', { call: STANDING_CALL_ID }))).content).toContain('always open');
    expect((await told(run('call extend', { call: 'nonsense' }))).content).toContain('no such call');
  });

  it('plans a call, which can be called off before it opens', async () => {
    const { simulator, channel } = discord;
    expect((await told(run('call open', { opens: 'soon' }))).content).toContain('cannot read when it opens');
    expect((await told(run('call open', { opens: '2020-01-01' }))).content).toContain('at a time to come');
    const form = run('call open', { opens: '3 days' });
    expect((await formOf(form)).title).toBe('Plan a call');
    const { content } = await filled(form, { theme: 'Comets', end: '2 days' });
    expect(content).toMatch(/Planned: Comets\nIt opens .*\/opencall call announce tells everybody/s);
    const { id, opensAt, closesAt } = await callNamed('Comets');
    const inDays = (at: string | null) => Math.round((Date.parse(at ?? '') - Date.now()) / 86_400_000);
    expect([inDays(opensAt), inDays(closesAt)]).toEqual([3, 5]);
    expect((await told(run('call announce', { call: id }))).content).toContain('nothing of it to announce');
    const offered = await simulator.autocomplete(admin, channel, 'opencall call close', { call: 'comet' }, 'call')
      .answered;
    expect(offered).toMatchObject({ choices: [{ value: id }] });
    expect((await told(run('call close', { call: id }))).content).toContain('Called off: Comets');
    expect((await told(run('call close', { call: id }))).content).toContain('over already');
  });

  it('counts a span from the end as it stands, and leaves the end that nobody touched', async () => {
    await filled(run('call open', { opens: '3 days' }), { theme: 'Meteors', end: '2 days' });
    const planned = await callNamed('Meteors');
    const form = run('call extend', { call: planned.id });
    expect((await formOf(form)).components).toMatchObject([
      { description: expect.stringContaining('longer') },
      {},
      {},
      {},
    ]);
    await filled(form, { end: '7 days' });
    const longer = await callNamed('Meteors');
    const days = (Date.parse(longer.closesAt ?? '') - Date.parse(planned.closesAt ?? '')) / 86_400_000;
    expect([days, longer.opensAt]).toEqual([7, planned.opensAt]);
    // The form shows minutes alone.
    const closesAt = new Date(Date.now() + 90_061_001).toISOString();
    await records.store.calls.save({ ...longer, opensAt: new Date(Date.now() - 1000).toISOString(), closesAt });
    await filled(run('call extend', { call: planned.id }), { budget: '5' });
    const changed = await callNamed('Meteors');
    expect([changed.budgetUsd, changed.closesAt, changed.endChangedAt]).toEqual([5, closesAt, undefined]);
  });

  it('leaves a call as somebody else changed it while the form was filled in, and says so', async () => {
    await filled(run('call open'), { theme: 'Kites' });
    const { id } = await callNamed('Kites');
    const form = run('call extend', { call: id });
    await formOf(form);
    await filled(run('call extend', { call: id }), { budget: '7' });
    expect((await filled(form, { budget: '9' })).content).toContain('somebody else has changed that call');
    expect((await callNamed('Kites')).budgetUsd).toBe(7);
  });

  it('tells of another end by a press, once, where the opening was told', async () => {
    const { simulator, guild } = discord;
    const news = simulator.world.addChannel(guild, 'news');
    await records.store.discordServers.save({ ...newServer(guild.id), home: true, announceChannel: news.id });
    const opened = await filled(run('call open'), { theme: 'Tides', end: '2 days' });
    const { id } = await callNamed('Tides');
    const press = async (message: Message) => (await told(simulator.press(admin, message, `announce:${id}`))).content;
    // Nobody was told of the first end: the opening is, with the second one.
    const early = await filled(run('call extend', { call: id }), { end: '3 days' });
    expect(early.content).toMatch(/Changed: Tides.*> A new call: “Tides”/s);
    expect(await press(opened)).toContain('Posted');
    const extended = await filled(run('call extend', { call: id }), { end: '5 days' });
    expect(extended.content).toMatch(/Changed: Tides.*> The call “Tides” is open until/s);
    expect(simulator.visible(news)).toHaveLength(1);
    expect(await press(extended)).toContain('Posted');
    expect(await press(extended)).toContain('announced already');
    expect(simulator.visible(news).map(({ content }) => content)).toEqual([
      expect.stringContaining('A new call'),
      expect.stringContaining('The call “Tides” is open until'),
    ]);
  });

  it('tells the operator where a call could not be announced; once it can, it is', async () => {
    const { simulator, guild } = discord;
    const news = simulator.world.addChannel(guild, 'news');
    simulator.world.setPermissions(news, 'bot', { deny: ['sendMessages'] });
    await records.store.discordServers.save({ ...newServer(guild.id), home: true, announceChannel: news.id });
    const message = await filled(run('call open'), { theme: 'Kites' });
    const { id: call } = await callNamed('Kites');
    const press = `announce:${call}`;
    expect((await told(simulator.press(admin, message, press))).content).toContain(`<#${news.id}> It was not posted`);
    simulator.world.setPermissions(news, 'bot', { allow: ['sendMessages'] });
    const offered = await told(run('call announce', { call }));
    expect(offered.content).toMatch(/would be posted in <#\d+>\n> A new call: “Kites”/);
    expect((await told(simulator.press(admin, offered, press))).content).toContain('Posted');
    expect(simulator.visible(news)).toHaveLength(1);
  });
});
