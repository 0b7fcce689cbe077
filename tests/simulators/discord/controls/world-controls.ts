import type { Discord } from '../discord.ts';
import { intent } from '../gateway/intents.ts';
import { renderArrivedGuild, renderChannel, renderGuild } from '../gateway/render-guild.ts';
import { renderMember, renderRole, renderTime, renderUser } from '../messages/render-user.ts';
import { snowflakeAt } from '../world/create-snowflakes.ts';
import { type PermissionName, toBits, usualPermissions } from '../world/permissions.ts';
import {
  type Channel,
  channelKind,
  type Guild,
  type Member,
  type Role,
  type User,
  type World,
} from '../world/world.ts';

export interface NewUser {
  bot?: boolean;
  /** Discord's code of their language: `en-US` unless given. */
  locale?: string;
  /** Takes no direct messages from people and bots of their servers. */
  closed?: boolean;
  /** When the account was made, which its id tells: a year ago unless given. */
  createdAt?: Date;
}

export interface NewMember extends NewUser {
  roles?: readonly Role[];
  joinedAt?: Date;
}

/** What can be allowed or taken away in a channel, for a role or a member. */
export interface PermissionChange {
  allow?: readonly PermissionName[];
  deny?: readonly PermissionName[];
}

/** Changes what there is, and tells the bot of it as Discord does. */
export interface WorldControls {
  addUser: (name: string, about?: NewUser) => User;
  /** Makes them the owners of the bot's application: several are a team, the first of them its owner. */
  ownApplication: (...owners: readonly (User | World['owners'][number])[]) => void;
  /** A server with a person who owns it, and the bot in it unless told otherwise. */
  addGuild: (name: string, about?: { withBot?: boolean; locale?: string; owner?: User }) => Guild;
  addChannel: (guild: Guild, name: string) => Channel;
  addThread: (channel: Channel, name: string) => Channel;
  addRole: (
    guild: Guild,
    name: string,
    about?: { permissions?: readonly PermissionName[]; mentionable?: boolean },
  ) => Role;
  /** A person in a server, by a new account unless one is given. */
  addMember: (guild: Guild, who: string | User, about?: NewMember) => Member;
  /** The conversation of one person with the bot alone. */
  directChannel: (user: User) => Channel;
  setRoles: (member: Member, roles: readonly Role[]) => void;
  /** Overwrites a channel's permissions for a role, a member, or the bot. */
  setPermissions: (channel: Channel, target: Role | Member | 'bot' | 'everyone', change: PermissionChange) => void;
  removeChannel: (channel: Channel) => void;
  /** Where Discord itself speaks to the server: nowhere unless told. */
  setSystemChannel: (channel: Channel) => void;
  removeMember: (member: Member) => void;
  removeRole: (guild: Guild, role: Role) => void;
  throwOutBot: (guild: Guild) => void;
  inviteBot: (guild: Guild) => void;
  /** Discord's own trouble with a server. */
  setUnavailable: (guild: Guild, unavailable: boolean) => void;
}

const yearMs = 365 * 86_400_000;

export function createWorldControls(discord: Discord): WorldControls {
  const { world } = discord;

  function tell(name: string, guild: Guild, data: unknown, intents: number = intent.guilds): void {
    discord.changed();
    if (world.joined.has(guild.id)) discord.emit({ name, guildId: guild.id, intents, data: () => data });
  }

  function addUser(name: string, about: NewUser = {}): User {
    const user: User = {
      id: uniqueId(about.createdAt ?? new Date(discord.now() - yearMs)),
      username: name.toLowerCase().replace(/[^\w.]/g, '_'),
      displayName: name,
      bot: about.bot ?? false,
      locale: about.locale ?? 'en-US',
      closed: about.closed ?? false,
    };
    world.users.set(user.id, user);
    return user;
  }

  function uniqueId(date: Date): string {
    let id = BigInt(snowflakeAt(date));
    while (world.users.has(id.toString())) id += 1n;
    return id.toString();
  }

  function addGuild(name: string, about: { withBot?: boolean; locale?: string; owner?: User } = {}): Guild {
    const owner = about.owner ?? addUser(`${name} owner`);
    const id = discord.nextId();
    const everyone: Role = {
      id,
      name: '@everyone',
      permissions: usualPermissions,
      position: 0,
      mentionable: false,
      managedBy: null,
    };
    const guild: Guild = {
      id,
      name,
      ownerId: owner.id,
      locale: about.locale ?? 'en-US',
      roles: new Map([[id, everyone]]),
      members: new Map(),
      systemChannelId: null,
      unavailable: false,
    };
    world.guilds.set(id, guild);
    addMember(guild, owner);
    if (about.withBot !== false) inviteBot(guild);
    return guild;
  }

  function inviteBot(guild: Guild): void {
    const role = makeRole(guild, world.bot.username, usualPermissions, false, world.bot.id);
    putMember(guild, world.bot, [role], new Date(discord.now()));
    world.joined.add(guild.id);
    tell('GUILD_CREATE', guild, renderArrivedGuild(discord, guild));
  }

  function makeRole(
    guild: Guild,
    name: string,
    permissions: bigint,
    mentionable: boolean,
    managedBy: string | null,
  ): Role {
    const role: Role = { id: discord.nextId(), name, permissions, position: guild.roles.size, mentionable, managedBy };
    guild.roles.set(role.id, role);
    return role;
  }

  function putMember(guild: Guild, user: User, roles: readonly Role[], joinedAt: Date): Member {
    const member = { guildId: guild.id, user, roles: roles.map(({ id }) => id), joinedAt: joinedAt.getTime() };
    guild.members.set(user.id, member);
    return member;
  }

  function addMember(guild: Guild, who: string | User, about: NewMember = {}): Member {
    const user = typeof who === 'string' ? addUser(who, about) : who;
    const joined = about.joinedAt ?? new Date(discord.now() - yearMs / 2);
    const member = putMember(guild, user, about.roles ?? [], joined);
    tell('GUILD_MEMBER_ADD', guild, { ...renderMember(member), guild_id: guild.id }, intent.guildMembers);
    return member;
  }

  function guildOf({ guildId }: { guildId: string | null }): Guild {
    const guild = world.guilds.get(guildId ?? '');
    if (guild === undefined) throw new Error(`there is no server ${guildId}`);
    return guild;
  }

  function makeChannel(
    kind: Channel['kind'],
    name: string,
    guildId: string | null,
    recipients: string[] = [],
  ): Channel {
    const channel: Channel = {
      id: discord.nextId(),
      kind,
      name,
      guildId,
      parentId: null,
      position: world.channels.size,
      overwrites: new Map(),
      recipients,
      ownerId: null,
      messages: new Map(),
    };
    world.channels.set(channel.id, channel);
    return channel;
  }

  function leaveGuild(guild: Guild): void {
    tell('GUILD_DELETE', guild, { id: guild.id });
    world.joined.delete(guild.id);
    guild.members.delete(world.bot.id);
    for (const role of guild.roles.values()) if (role.managedBy === world.bot.id) guild.roles.delete(role.id);
  }
  discord.leaveGuild = (guildId) => leaveGuild(guildOf({ guildId }));

  function updated(member: Member): void {
    const { user, ...rest } = renderMember(member);
    const intents = member.user.id === world.bot.id ? 0 : intent.guildMembers;
    const data = { ...rest, user, joined_at: renderTime(member.joinedAt), guild_id: member.guildId };
    tell('GUILD_MEMBER_UPDATE', guildOf(member), data, intents);
  }

  return {
    addUser,
    ownApplication(...owners) {
      world.owners = owners.map((each) => ('user' in each ? each : { user: each, role: 'admin', accepted: true }));
    },
    addGuild,
    addMember,
    inviteBot,
    addChannel(guild, name) {
      const channel = makeChannel(channelKind.text, name, guild.id);
      tell('CHANNEL_CREATE', guild, renderChannel(discord, channel));
      return channel;
    },
    addThread(parent, name) {
      const thread = makeChannel(channelKind.publicThread, name, parent.guildId);
      Object.assign(thread, { parentId: parent.id, ownerId: world.bot.id });
      tell('THREAD_CREATE', guildOf(parent), renderChannel(discord, thread));
      return thread;
    },
    addRole(guild, name, about = {}) {
      const role = makeRole(guild, name, toBits(about.permissions ?? []), about.mentionable ?? false, null);
      tell('GUILD_ROLE_CREATE', guild, { guild_id: guild.id, role: renderRole(role) });
      return role;
    },
    directChannel(user) {
      const known = [...world.channels.values()].find(
        ({ kind, recipients }) => kind === channelKind.direct && recipients.includes(user.id),
      );
      return known ?? makeChannel(channelKind.direct, '', null, [user.id]);
    },
    setRoles(member, roles) {
      member.roles = roles.map(({ id }) => id);
      updated(member);
    },
    setPermissions(channel, target, { allow = [], deny = [] }) {
      const guild = guildOf(channel);
      const id = targetId(world.bot.id, guild, target);
      const kind = guild.roles.has(id) ? 'role' : 'member';
      channel.overwrites.set(id, { kind, allow: toBits(allow), deny: toBits(deny) });
      tell('CHANNEL_UPDATE', guild, renderChannel(discord, channel));
    },
    removeChannel(channel) {
      const data = renderChannel(discord, channel);
      world.channels.delete(channel.id);
      tell('CHANNEL_DELETE', guildOf(channel), data);
    },
    setSystemChannel(channel) {
      const guild = guildOf(channel);
      guild.systemChannelId = channel.id;
      tell('GUILD_UPDATE', guild, renderGuild(guild));
    },
    removeMember(member) {
      guildOf(member).members.delete(member.user.id);
      const data = { guild_id: member.guildId, user: renderUser(member.user) };
      tell('GUILD_MEMBER_REMOVE', guildOf(member), data, intent.guildMembers);
    },
    removeRole(guild, role) {
      guild.roles.delete(role.id);
      for (const member of guild.members.values()) member.roles = member.roles.filter((id) => id !== role.id);
      tell('GUILD_ROLE_DELETE', guild, { guild_id: guild.id, role_id: role.id });
    },
    throwOutBot: leaveGuild,
    setUnavailable(guild, unavailable) {
      guild.unavailable = unavailable;
      if (unavailable) tell('GUILD_DELETE', guild, { id: guild.id, unavailable: true });
      else tell('GUILD_CREATE', guild, renderArrivedGuild(discord, guild));
    },
  };
}

function targetId(botId: string, guild: Guild, target: Role | Member | 'bot' | 'everyone'): string {
  if (target === 'bot') return botId;
  if (target === 'everyone') return guild.id;
  return 'user' in target ? target.user.id : target.id;
}
