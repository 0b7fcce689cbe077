import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { allCommands } from '../../../../src/bots/discord/commands/all-commands.ts';
import { registerCommands } from '../../../../src/bots/discord/commands/register-commands.ts';
import { createDiscordRest } from '../../../../src/bots/discord/connection/discord-rest.ts';
import { channelPermissions, EVERY_PERMISSION } from '../../../../src/bots/discord/examination/channel-permissions.ts';
import { examineDiscord } from '../../../../src/bots/discord/examination/examine-discord.ts';
import type { WhatWasChosen } from '../../../../src/bots/discord/examination/examine-setup.ts';
import { type DiscordServer, newServer } from '../../../../src/bots/discord/servers/discord-server.ts';
import { type Call, NO_MORE_LIMITS } from '../../../../src/calls/call.ts';
import { createDiscordSimulator, type DiscordSimulator } from '../../../simulators/discord/discord-simulator.ts';
import type { DiscordSimulatorSettings } from '../../../simulators/discord/settings.ts';
import * as permissions from '../../../simulators/discord/world/permissions.ts';
import type { Channel, Guild } from '../../../simulators/discord/world/world.ts';

const choices = { seconds: { min: 1, max: 60 }, styleLength: 60 };

interface Stage {
  simulator: DiscordSimulator;
  guild: Guild;
  channel: Channel;
}

const aCall = (): Call => ({
  id: 'boats',
  theme: { en: 'Boats', ar: 'قوارب' },
  opensAt: '2020-01-01T00:00:00.000Z',
  ...{ closesAt: null, budgetUsd: null, caps: NO_MORE_LIMITS, places: null, engine: null },
});

let open: DiscordSimulator | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

/** What the admin of the only server chose: everything, and nothing that could be missing. */
function setUp(of: Partial<DiscordServer> = {}, calls: readonly Call[] = []): WhatWasChosen {
  const [channel] = open?.all.channels.values() ?? [];
  const home = { ...newServer(channel?.guildId ?? '1'), name: 'Paper Theatre', home: true };
  const server = { ...home, reviewChannel: channel?.id ?? null, curatorRoles: ['1'], ...of };
  return { servers: [server], named: [], calls };
}

async function setStage(settings: DiscordSimulatorSettings = {}): Promise<Stage> {
  const simulator = await createDiscordSimulator(settings);
  open = simulator;
  const guild = simulator.world.addGuild('Paper Theatre');
  const channel = simulator.world.addChannel(guild, 'clips');
  const { url: apiUrl, token } = simulator;
  await registerCommands(createDiscordRest({ token, apiUrl }), simulator.bot.id, allCommands(choices));
  return { simulator, guild, channel };
}

async function examined(
  { url: apiUrl, token }: Pick<DiscordSimulator, 'url' | 'token'>,
  chosen: WhatWasChosen | null = setUp(),
  clientSecret: string | null = null,
) {
  const signIn = { clientSecret, callbackUrl: 'http://127.0.0.1:3000/sign-in/discord' };
  const { findings, invitation } = await examineDiscord({ token, apiUrl, choices, chosen, signIn });
  return { bad: findings.filter(({ outcome }) => outcome !== 'ok'), findings, invitation };
}

describe('a look at Discord', () => {
  it('tries whether people can sign in with it', async () => {
    const { simulator } = await setStage();
    const ofSignIn = async (secret: string) =>
      (await examined(simulator, setUp(), secret)).findings.find(({ about }) => about === 'discord sign-in');
    expect(await ofSignIn(simulator.clientSecret)).toMatchObject({ outcome: 'ok' });
    expect(simulator.grants.tokens.size).toBe(0);
    expect(await ofSignIn('another')).toMatchObject({
      outcome: 'failing',
      says: expect.stringContaining('DISCORD_CLIENT_SECRET'),
    });
    simulator.redirectUris.length = 0;
    expect(await ofSignIn(simulator.clientSecret)).toMatchObject({
      outcome: 'failing',
      says: expect.stringContaining('none of the application'),
    });
  });

  it('finds nothing wrong where nothing is, and only reads', async () => {
    const { simulator } = await setStage();
    const before = simulator.requests().length;
    const { bad, findings } = await examined(simulator);
    expect(bad).toEqual([]);
    expect(new Set(findings.map(({ about }) => about)).size).toBe(8);
    expect(findings.at(-2)?.says).toBe('Paper Theatre: it can answer in 1 of 1 channels.');
    expect(findings.at(-1)?.says).toBe('#clips, chosen for review cards: nothing is missing.');
    expect(
      new Set(
        simulator
          .requests()
          .slice(before)
          .map(({ method }) => method),
      ),
    ).toEqual(new Set(['GET']));
    expect(simulator.violations).toEqual([]);
  });

  it('gives the link that asks for exactly what is needed', async () => {
    const { simulator } = await setStage();
    const url = new URL((await examined(simulator)).invitation ?? '');
    const { viewChannel, sendMessages, sendMessagesInThreads, attachFiles, readMessageHistory } =
      permissions.permission;
    expect(url.origin + url.pathname).toBe('https://discord.com/oauth2/authorize');
    expect(url.searchParams.get('client_id')).toBe(simulator.bot.id);
    expect(url.searchParams.get('scope')).toBe('bot applications.commands');
    expect(BigInt(url.searchParams.get('permissions') ?? 0)).toBe(
      viewChannel | sendMessages | sendMessagesInThreads | attachFiles | readMessageHistory,
    );
  });

  it('says what to do about a refused token, and does not repeat it', async () => {
    const { simulator } = await setStage();
    const { bad, invitation } = await examined({ url: simulator.url, token: 'canary.of.a-token' });
    expect(bad).toMatchObject([{ about: 'discord token', outcome: 'failing' }]);
    expect(bad[0]?.advice).toContain('Reset Token');
    expect(JSON.stringify(bad)).not.toContain('canary');
    expect(invitation).toBeNull();
  });

  it('says that Discord cannot be reached, or is in trouble', async () => {
    const unreachable = await examined({ url: 'http://127.0.0.1:9/api', token: 'a.b.c' });
    expect(unreachable.bad).toMatchObject([{ outcome: 'failing', says: expect.stringContaining('cannot be reached') }]);
    const { simulator } = await setStage();
    simulator.faults.arm({ route: '/users/@me' }, { kind: 'status', status: 500 });
    expect((await examined(simulator)).bad).toMatchObject([
      { outcome: 'failing', says: expect.stringContaining('500') },
    ]);
  });

  it.each([
    [{ privilegedIntents: 1 << 15 }, 'discord intents', 'attention', 'Message Content Intent'],
    [
      { application: { interactions_endpoint_url: 'https://elsewhere.example/' } },
      'discord application',
      'failing',
      'Interactions Endpoint URL',
    ],
    [{ application: { bot_require_code_grant: true } }, 'discord application', 'failing', 'code grant'],
    [{ sessionStarts: 5 }, 'discord sessions', 'attention', '5 of 5'],
    [{ sessionStarts: 0 }, 'discord sessions', 'failing', '0 of 0'],
  ] as const)('finds %j', async (settings, about, outcome, says) => {
    const { simulator } = await setStage(settings);
    const { bad } = await examined(simulator);
    expect(bad).toMatchObject([{ about, outcome, says: expect.stringContaining(says), advice: expect.any(String) }]);
  });

  it('names commands that are not registered, are others, or are left over', async () => {
    const { simulator } = await setStage();
    const rest = createDiscordRest({ token: simulator.token, apiUrl: simulator.url });
    const [clip, ...others] = allCommands(choices).filter(({ name }) => name !== 'top');
    const changed = { ...clip, description: 'Something else' };
    const left = { name: 'old', type: 1, description: 'Left over' };
    await registerCommands(rest, simulator.bot.id, [changed, left, ...others] as typeof others);
    const { bad } = await examined(simulator);
    expect(bad).toMatchObject([{ about: 'discord commands', outcome: 'attention' }]);
    expect(bad[0]?.says).toContain('/clip, /old, /top');
  });

  it('looks at each channel', async () => {
    const { simulator, guild, channel } = await setStage();
    simulator.world.addChannel(guild, 'lobby');
    const hidden = simulator.world.addChannel(guild, 'staff');
    simulator.world.setPermissions(hidden, 'everyone', { deny: ['viewChannel'] });
    simulator.world.setPermissions(channel, 'bot', { deny: ['attachFiles', 'readMessageHistory'] });
    const { bad, findings } = await examined(simulator);
    expect(findings.map(({ says }) => says)).toContain(
      'Paper Theatre: it can answer in 1 of 3 channels; 1 are not shown to it.',
    );
    expect(bad.filter(({ about }) => about === 'discord server')).toMatchObject([
      { outcome: 'attention', says: 'Paper Theatre, #clips: missing Attach Files, Read Message History.' },
    ]);
  });

  it('looks at each channel that was chosen: for cards, for announcements, for asking', async () => {
    const { simulator, guild, channel } = await setStage();
    const { world } = simulator;
    const [review, news, gone] = ['review', 'news', 'gone'].map((name) => world.addChannel(guild, name));
    if (!review || !news || !gone) throw new Error('no channels');
    world.setPermissions(review, 'bot', { deny: ['attachFiles'] });
    world.setPermissions(news, 'bot', { deny: ['viewChannel'] });
    const thread = world.addThread(channel, 'boats');
    world.setPermissions(channel, 'bot', { deny: ['readMessageHistory'] });
    world.removeChannel(gone);
    const places = [thread, gone].map(({ id }) => `discord:${id}`);
    const call = { ...aCall(), places };
    const over = { ...aCall(), id: 'over', places: ['discord:1'], closesAt: '2020-01-02T00:00:00.000Z' };
    const chosen = setUp({ reviewChannel: review.id, announceChannel: news.id }, [call, over]);
    const { bad } = await examined(simulator, chosen);
    const setup = bad.filter(({ about }) => about === 'discord setup');
    expect(setup.map(({ outcome, says }) => `${outcome}: ${says}`)).toEqual([
      'failing: #review, chosen for review cards: missing Attach Files.',
      `failing: ${news.id}, chosen for announcements: missing View Channels.`,
      'failing: #boats, chosen for a call: missing Read Message History.',
      `failing: The channel ${gone.id}, chosen for a call, is gone.`,
    ]);
    for (const { advice } of setup) expect(advice).not.toBeNull();
  });

  it('says what is not chosen yet, and that it does not know', async () => {
    const { simulator } = await setStage();
    const bare = await examined(simulator, setUp({ reviewChannel: null, curatorRoles: [] }));
    expect(bare.bad.map(({ says }) => says)).toEqual([
      'Paper Theatre: no review channel is chosen.',
      'Paper Theatre: no role is chosen for curators.',
    ]);
    const none = await examined(simulator, { servers: [], named: [], calls: [] });
    expect(none.bad).toMatchObject([{ outcome: 'attention', advice: expect.stringContaining('/opencall setup') }]);
    expect((await examined(simulator, null)).bad[0]?.says).toContain('could not be read');
  });

  it('fails where the bot can answer nowhere, and where it is in no server', async () => {
    const { simulator, guild, channel } = await setStage();
    simulator.world.setPermissions(channel, 'bot', { deny: ['viewChannel'] });
    const unset = setUp({ reviewChannel: null });
    const inServer = ({ bad: all }: Awaited<ReturnType<typeof examined>>) =>
      all.filter(({ about }) => about === 'discord server');
    expect(inServer(await examined(simulator, unset))).toMatchObject([{ outcome: 'failing' }]);
    simulator.world.throwOutBot(guild);
    const looked = await examined(simulator, unset);
    const [bad, invitation] = [inServer(looked), looked.invitation];
    expect(bad).toMatchObject([{ outcome: 'attention', says: 'The bot is in no server.' }]);
    expect(invitation).not.toBeNull();
  });
});

it('reckons permissions in a channel as Discord does', async () => {
  const { simulator, guild, channel } = await setStage();
  const names = Object.keys(permissions.permission) as permissions.PermissionName[];
  const some = fc.subarray(names);
  const change = fc.record({ allow: some, deny: some });
  const roles = [1, 2, 3].map((number) => simulator.world.addRole(guild, `Role ${number}`));
  const own = guild.members.get(simulator.bot.id);
  if (own === undefined) throw new Error('the bot is not there');
  fc.assert(
    fc.property(
      fc.record({ everyone: some, each: fc.tuple(some, some, some), held: fc.subarray(roles) }),
      fc.record({ everyone: change, each: fc.tuple(change, change, change), bot: change }),
      (base, over) => {
        const bits = permissions.toBits;
        const everyone = guild.roles.get(guild.id);
        if (everyone) everyone.permissions = bits(base.everyone);
        for (const [index, role] of roles.entries()) role.permissions = bits(base.each[index] ?? []);
        own.roles = base.held.map(({ id }) => id);
        channel.overwrites.clear();
        const put = (id: string, kind: 'role' | 'member', { allow, deny }: typeof over.bot) =>
          channel.overwrites.set(id, { kind, allow: bits(allow), deny: bits(deny) });
        put(guild.id, 'role', over.everyone);
        for (const [index, role] of roles.entries()) put(role.id, 'role', over.each[index] ?? over.everyone);
        put(simulator.bot.id, 'member', over.bot);
        const reckoned = channelPermissions(
          {
            guildId: guild.id,
            memberId: simulator.bot.id,
            roles: [...guild.roles.values()].map(
              (role) => ({ ...role, permissions: String(role.permissions) }) as never,
            ),
          },
          { roles: own.roles },
          [...channel.overwrites].map(([id, { kind, allow, deny }]) => ({
            id,
            type: kind === 'role' ? 0 : 1,
            allow: String(allow),
            deny: String(deny),
          })),
        );
        const theirs = permissions.channelPermissions(simulator.all, channel, simulator.bot.id);
        expect(reckoned).toBe(theirs === permissions.everyPermission ? EVERY_PERMISSION : theirs);
      },
    ),
  );
});
