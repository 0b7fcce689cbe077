import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { allCommands } from '../../../../src/bots/discord/commands/all-commands.ts';
import { registerCommands } from '../../../../src/bots/discord/commands/register-commands.ts';
import { createDiscordRest } from '../../../../src/bots/discord/connection/discord-rest.ts';
import { channelPermissions, EVERY_PERMISSION } from '../../../../src/bots/discord/examination/channel-permissions.ts';
import { examineDiscord } from '../../../../src/bots/discord/examination/examine-discord.ts';
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

let open: DiscordSimulator | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

async function setStage(settings: DiscordSimulatorSettings = {}): Promise<Stage> {
  const simulator = await createDiscordSimulator(settings);
  open = simulator;
  const guild = simulator.world.addGuild('Paper Theatre');
  const channel = simulator.world.addChannel(guild, 'clips');
  const { url: apiUrl, token } = simulator;
  await registerCommands(createDiscordRest({ token, apiUrl }), simulator.bot.id, allCommands(choices));
  return { simulator, guild, channel };
}

async function examined({ url: apiUrl, token }: Pick<DiscordSimulator, 'url' | 'token'>) {
  const { findings, invitation } = await examineDiscord({ token, apiUrl, choices });
  return { bad: findings.filter(({ outcome }) => outcome !== 'ok'), findings, invitation };
}

describe('a look at Discord', () => {
  it('finds nothing wrong where nothing is, and only reads', async () => {
    const { simulator } = await setStage();
    const before = simulator.requests().length;
    const { bad, findings } = await examined(simulator);
    expect(bad).toEqual([]);
    expect(new Set(findings.map(({ about }) => about)).size).toBe(6);
    expect(findings.at(-1)?.says).toBe('Paper Theatre: it can answer in 1 of 1 channels.');
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
    expect(bad).toMatchObject([
      { outcome: 'attention', says: 'Paper Theatre, #clips: missing Attach Files, Read Message History.' },
    ]);
  });

  it('fails where the bot can answer nowhere, and where it is in no server', async () => {
    const { simulator, guild, channel } = await setStage();
    simulator.world.setPermissions(channel, 'bot', { deny: ['viewChannel'] });
    expect((await examined(simulator)).bad).toMatchObject([{ about: 'discord server', outcome: 'failing' }]);
    simulator.world.throwOutBot(guild);
    const { bad, invitation } = await examined(simulator);
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
