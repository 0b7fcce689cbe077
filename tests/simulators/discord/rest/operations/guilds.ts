import { intent } from '../../gateway/intents.ts';
import { channelsOf, renderChannel, renderGuild } from '../../gateway/render-guild.ts';
import { renderMember, renderRoles } from '../../messages/render-user.ts';
import { guildPermissions } from '../../world/permissions.ts';
import { channelKind } from '../../world/world.ts';
import { refusal } from '../api-error.ts';
import { type Answer, type Call, channelOf, guildOf, type Operation } from '../operation.ts';

const channelSchemas = ['GuildChannelResponse', 'ThreadResponse', 'PrivateChannelResponse'] as const;

function ownGuilds({ discord }: Call): Answer {
  const { world } = discord;
  const guilds = [...world.joined].flatMap((id) => world.guilds.get(id) ?? []);
  return {
    status: 200,
    body: guilds.map((guild) => {
      const own = guild.members.get(world.bot.id);
      return {
        id: guild.id,
        name: guild.name,
        icon: null,
        banner: null,
        owner: false,
        permissions: (own === undefined ? 0n : guildPermissions(guild, own)).toString(),
        features: [],
      };
    }),
  };
}

function member(call: Call): Answer {
  const found = guildOf(call).members.get(call.params.user_id ?? '');
  if (found === undefined) throw refusal.unknownMember();
  return { status: 200, body: renderMember(found) };
}

/** Of who allowed it, or of the bot; in servers of theirs, whether or not the bot is there. */
function ownMember({ discord, params, as }: Call): Answer {
  const found = discord.world.guilds.get(params.guild_id ?? '')?.members.get((as ?? discord.world.bot).id);
  if (found === undefined) throw refusal.unknownGuild();
  return { status: 200, body: { ...renderMember(found), bio: '' } };
}

/** The whole list needs the privileged intent. */
function members(call: Call): Answer {
  const guild = guildOf(call);
  if ((call.discord.settings.privilegedIntents & intent.guildMembers) === 0) throw refusal.missingAccess();
  const after = BigInt(call.query.after ?? '0');
  const all = [...guild.members.values()].filter(({ user }) => BigInt(user.id) > after);
  return { status: 200, body: all.slice(0, Number(call.query.limit ?? 1)).map(renderMember) };
}

function leave(call: Call): Answer {
  const guild = guildOf(call);
  call.discord.leaveGuild(guild.id);
  return { status: 204 };
}

export const guildOperations: readonly Operation[] = [
  { method: 'get', path: '/users/@me/guilds', gives: { 200: { listOf: 'MyGuildResponse' } }, handle: ownGuilds },
  {
    method: 'get',
    path: '/users/@me/guilds/{guild_id}/member',
    gives: { 200: 'PrivateGuildMemberResponse' },
    scope: 'guilds.members.read',
    handle: ownMember,
  },
  { method: 'delete', path: '/users/@me/guilds/{guild_id}', gives: { 204: null }, handle: leave },
  {
    method: 'get',
    path: '/guilds/{guild_id}',
    gives: { 200: 'GuildWithCountsResponse' },
    handle: (call) => ({ status: 200, body: renderGuild(guildOf(call)) }),
  },
  {
    method: 'get',
    path: '/guilds/{guild_id}/channels',
    gives: { 200: { listOf: channelSchemas } },
    handle: (call) => ({
      status: 200,
      body: channelsOf(call.discord, guildOf(call))
        .filter(({ kind }) => kind !== channelKind.publicThread)
        .map((channel) => renderChannel(call.discord, channel)),
    }),
  },
  {
    method: 'get',
    path: '/guilds/{guild_id}/roles',
    gives: { 200: { listOf: 'GuildRoleResponse' } },
    handle: (call) => ({ status: 200, body: renderRoles(guildOf(call)) }),
  },
  {
    method: 'get',
    path: '/guilds/{guild_id}/members/{user_id}',
    gives: { 200: 'GuildMemberResponse' },
    handle: member,
  },
  {
    method: 'get',
    path: '/guilds/{guild_id}/members',
    gives: { 200: { listOf: 'GuildMemberResponse' } },
    handle: members,
  },
  {
    method: 'get',
    path: '/channels/{channel_id}',
    gives: { 200: channelSchemas },
    handle: (call) => ({ status: 200, body: renderChannel(call.discord, channelOf(call)) }),
  },
];
