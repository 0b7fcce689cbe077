import { beforeEach, describe, expect, it } from 'vitest';
import { anApproval } from '../../../samples/requests.ts';
import { waitUntil } from '../../../services.ts';
import type { RestFault } from '../../../simulators/discord/faults.ts';
import type { Member } from '../../../simulators/discord/world/world.ts';
import { formOf } from './form-of.ts';
import type { TestDiscord, TestRecords } from './open-test-discord.ts';
import { stageForEachTest } from './operating-stage.ts';

let records: TestRecords;
let discord: TestDiscord;
let admin: Member;
const { run, told, filled, current } = stageForEachTest();
beforeEach(() => {
  ({ records, discord, admin } = current());
});

describe('/opencall', () => {
  it('is offered to admins alone', () => {
    const { simulator, person, channel } = discord;
    const names = (who: Member) => simulator.offered(who, channel).map(({ name }) => name);
    expect(names(admin)).toContain('opencall');
    expect(names(person)).not.toContain('opencall');
  });

  it('is refused to who is no admin any more, whatever Discord offers', async () => {
    const { simulator, guild, channel, person } = discord;
    const managers = simulator.world.addRole(guild, 'managers', { permissions: ['administrator'] });
    const manager = simulator.world.addMember(guild, 'Sami', { roles: [managers] });
    const form = await formOf(run('call open', {}, manager, channel));
    simulator.world.setRoles(manager, []);
    const message = await told(simulator.submitModal(form, { theme: 'Mine now' }));
    expect(message.content).toContain('Only admins');
    expect((await records.store.calls.list()).some(({ theme }) => theme.en === 'Mine now')).toBe(false);
    expect(() => run('pause', {}, person)).toThrow('not offered');
  });

  it.each(['call open', 'pause', 'resume', 'status', 'limits', 'setup'])(
    'refuses %s to the admins of a stranger’s server',
    async (name) => {
      const { simulator } = discord;
      const other = simulator.world.addGuild('Strangers');
      const channel = simulator.world.addChannel(other, 'general');
      const stranger = other.members.get(other.ownerId) as Member;
      const message = await told(run(name, {}, stranger, channel));
      expect(message.content).toContain('have not made this one of their servers');
      expect((await records.store.house.load()).paused).toBeNull();
    },
  );

  it('answers in Arabic who reads Arabic', async () => {
    const { simulator, guild } = discord;
    const role = simulator.world.addRole(guild, 'admins', { permissions: ['administrator'] });
    const reader = simulator.world.addMember(guild, 'Noor', { roles: [role], locale: 'ar' });
    expect((await told(run('status', {}, reader))).content).toContain('تُقبل الطلبات');
  });
});

describe('/opencall setup', () => {
  it('keeps what is chosen in its forms, each as it was where nothing else is chosen', async () => {
    const { simulator, guild } = discord;
    const { world } = simulator;
    const review = world.addChannel(guild, 'review');
    const [curators, trusted, blocked] = ['curators', 'regulars', 'trolls'].map((name) => world.addRole(guild, name));
    if (!curators || !trusted || !blocked) throw new Error('no roles');
    const shown = await told(run('setup'));
    expect(shown.content).toContain('Nobody can decide on Discord yet');
    const channels = await filled(simulator.press(admin, shown, 'setup:channels'), { reviewChannel: [review.id] });
    expect(channels.content).toContain(`<#${review.id}>`);
    const roles = await filled(simulator.press(admin, shown, 'setup:roles'), {
      curatorRoles: [curators.id],
      leadRoles: [trusted.id],
      viewerRoles: [trusted.id],
    });
    expect(roles.content).toContain(`<@&${curators.id}>`);
    await filled(simulator.press(admin, shown, 'setup:members'), {
      trustedRoles: [trusted.id],
      blockedRoles: [blocked.id],
    });
    // Sent again as it is shown, a form changes nothing, save for a role that is gone.
    world.removeRole(guild, blocked);
    await filled(simulator.press(admin, shown, 'setup:roles'), {});
    await filled(simulator.press(admin, shown, 'setup:members'), {});
    expect(await records.store.discordServers.find(guild.id)).toMatchObject({
      home: true,
      name: guild.name,
      reviewChannel: review.id,
      announceChannel: null,
      viewerRoles: [trusted.id],
      curatorRoles: [curators.id],
      leadRoles: [trusted.id],
      trustedRoles: [trusted.id],
      blockedRoles: [],
    });
    // What the bot may not do there is told at once.
    world.setPermissions(review, 'bot', { deny: ['attachFiles', 'readMessageHistory'] });
    const lacking = await filled(simulator.press(admin, shown, 'setup:channels'), { announceChannel: [] });
    expect(lacking.content).toContain('“Attach Files”, “Read Message History”');
    expect(channels.content).not.toContain('not allowed');
    await filled(simulator.press(admin, shown, 'setup:channels'), { reviewChannel: [] });
    expect((await records.store.discordServers.find(guild.id))?.reviewChannel).toBeNull();
  });

  it('says so in time where Discord lets a form wait too long, or fails while it is drawn', async () => {
    const { simulator } = discord;
    const shown = await told(run('setup'));
    const pressed = async (fault: RestFault) => {
      simulator.faults.arm({ method: 'GET', route: /guilds\/\{guild_id\}\/channels$/ }, fault);
      const interaction = simulator.press(admin, shown, 'setup:channels');
      const answer = await interaction.answered;
      expect(interaction.answeredAfterMs).toBeLessThan(3000);
      return answer.kind === 'message' ? answer.message.content : answer.kind;
    };
    expect(await pressed({ kind: 'slow', ms: 1700 })).toContain('too long');
    expect(await pressed({ kind: 'status', status: 500 })).toContain('went wrong');
    expect(discord.errors.splice(0)).toMatchObject([{ code: 'http-500' }]);
  });

  it('lets roles operate that were chosen for it', async () => {
    const { simulator, guild } = discord;
    const role = simulator.world.addRole(guild, 'crew', { permissions: [] });
    const shown = await told(run('setup'));
    await filled(simulator.press(admin, shown, 'setup:roles'), { operatorRoles: [role.id] });
    const crew = simulator.world.addMember(guild, 'Crew', { roles: [role] });
    // An admin has let them use the command in the server's settings: here, the buttons of a message that both see.
    const pressed = await discord.simulator.until('the message', () => shown);
    pressed.ephemeralTo = crew.user.id;
    expect((await formOf(simulator.press(crew, pressed, 'setup:channels'))).title).toBe('Channels');
  });
});

describe('the home server', () => {
  const strangers = () => {
    const { world } = discord.simulator;
    const guild = world.addGuild('Elsewhere');
    const channel = world.addChannel(guild, 'general');
    return { guild, channel, owner: guild.members.get(guild.ownerId) as Member };
  };
  const noHome = async () => {
    const { store } = records;
    for (const server of await store.discordServers.list()) await store.discordServers.save({ ...server, home: false });
  };

  it('is the one in which the owner of the application sets up first, and nobody else’s', async () => {
    const { simulator, guild } = discord;
    await noHome();
    simulator.world.ownApplication(admin.user);
    const other = strangers();
    expect((await told(run('setup', {}, other.owner, other.channel))).content).toContain('no home server yet');
    expect((await told(run('setup'))).content).toContain('the home server now');
    expect((await records.store.discordServers.find(guild.id))?.home).toBe(true);
    expect(await records.store.discordServers.find(other.guild.id)).toBeNull();
  });

  it('may be made by a member of the team that owns the application, not by who is only invited or reads', async () => {
    const { simulator } = discord;
    await noHome();
    const head = simulator.world.addUser('Head');
    const admins = simulator.world.addRole(discord.guild, 'admins', { permissions: ['administrator'] });
    const who = (name: string) => simulator.world.addMember(discord.guild, name, { roles: [admins] });
    const [invited, reader, member] = [who('Invited'), who('Reader'), who('Member')];
    simulator.world.ownApplication(
      head,
      { user: invited.user, role: 'admin', accepted: false },
      { user: reader.user, role: 'read_only', accepted: true },
      { user: member.user, role: 'developer', accepted: true },
    );
    for (const each of [invited, reader]) {
      expect((await told(run('setup', {}, each))).content).toContain('no home server yet');
    }
    expect((await told(run('setup', {}, member))).content).toContain('the home server now');
  });

  it('is moved by the owner alone, who is asked', async () => {
    const { simulator, guild } = discord;
    const { world } = simulator;
    const other = world.addGuild('The new one', { owner: admin.user });
    const channel = world.addChannel(other, 'general');
    const there = other.members.get(admin.user.id) as Member;
    world.ownApplication(admin.user);
    const asked = await told(run('setup', {}, there, channel));
    expect(asked.content).toContain('Another server is the home server');
    expect((await records.store.discordServers.find(guild.id))?.home).toBe(true);
    world.ownApplication(world.addUser('Someone else'));
    expect((await told(simulator.press(there, asked, 'setup:home'))).content).toContain('have not made this one');
    world.ownApplication(admin.user);
    expect((await told(simulator.press(there, asked, 'setup:home'))).content).toContain('the home server now');
    expect((await records.store.discordServers.find(guild.id))?.home).toBe(false);
    expect((await records.store.discordServers.find(other.id))?.home).toBe(true);
  });
});

describe('/opencall pause and resume', () => {
  it('takes nothing in and says so, until it goes on, also after a restart', async () => {
    const { simulator, channel, person } = discord;
    expect((await told(run('pause'))).content).toContain('nothing new is taken in');
    expect((await told(run('pause'))).content).toContain('Paused since');
    await discord.stop();
    await discord.start();
    simulator.say(person, channel, 'a paper boat', { mentions: [simulator.bot] });
    await simulator.until('the refusal', () =>
      simulator.visible(channel).find(({ content }) => content.includes('paused for a while')),
    );
    expect(await discord.requestsOf(person)).toEqual([]);
    expect((await told(run('status'))).content).toContain('Paused since');
    expect((await told(run('resume'))).content).toContain('Going on');
    expect((await told(run('resume'))).content).toContain('not paused');
    simulator.say(person, channel, 'a paper boat again', { mentions: [simulator.bot] });
    await discord.request();
  });
});

describe('/opencall limits', () => {
  it('shows what holds, sets it for everybody at once, and goes back to what is configured', async () => {
    const { simulator, channel, person } = discord;
    expect((await told(run('limits'))).content).toContain('Within 24 hours: 50');
    const set = await told(run('limits', { 'per-day': 1, 'per-call': 0, 'account-days': 3 }));
    expect(set.content).toContain('Within 24 hours: 1');
    expect(set.content).toContain('In the whole of a call: no limit');
    simulator.say(person, channel, 'a boat', { mentions: [simulator.bot] });
    await discord.request();
    simulator.say(person, channel, 'a second boat', { mentions: [simulator.bot] });
    await simulator.until('the refusal', () =>
      simulator.visible(channel).find(({ content }) => content.includes('1 clip a day')),
    );
    const young = simulator.world.addMember(discord.guild, 'Nour', { createdAt: new Date(Date.now() - 3_600_000) });
    simulator.say(young, channel, 'my first boat', { mentions: [simulator.bot] });
    await simulator.until('the refusal', () =>
      simulator.visible(channel).find(({ content }) => content.includes('too new')),
    );
    expect((await told(run('limits', { reset: true }))).content).toContain('Within 24 hours: 50');
    expect((await records.store.house.load()).limits).toEqual({});
  });
});

describe('/opencall status', () => {
  it('tells what waits and since when, what failed, and what was spent', async () => {
    const { simulator, channel, person } = discord;
    await waitUntil(async () => (await records.store.requests.count({ states: ['received'] })) === 0, 'screening');
    const before = await records.store.requests.count({ states: ['in-review', 'received'] });
    simulator.say(person, channel, 'a boat', { mentions: [simulator.bot] });
    const request = await discord.request();
    await filled(run('call open'), { theme: 'Harbour', budget: '30' });
    const waiting = await told(run('status'));
    expect(waiting.content).toContain(`Waiting for a curator: ${before + 1}`);
    expect(waiting.content).toContain('The oldest of them was asked');
    expect(waiting.content).toContain('What is always open: $0.00 spent');
    expect(waiting.content).toContain('Harbour: $0.00 spent of $30.00');
    const approved = { kind: 'approved', approval: anApproval({ prompt: request.prompt }) } as const;
    await discord.walk(request, approved, { kind: 'gave-up', during: 'generating', error: 'no' });
    const failed = await told(run('status'));
    expect(failed.content).toContain('Failed: 1');
    expect(failed.content).toContain('Somebody must settle: 1');
  });
});
