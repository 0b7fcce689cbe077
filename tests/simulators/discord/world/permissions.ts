import { type Channel, channelKind, type Guild, type Member, type World } from './world.ts';

/** Discord's permission bits that are simulated (docs: topics/permissions). */
export const permission = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useApplicationCommands: 1n << 31n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
} as const;

export type PermissionName = keyof typeof permission;

/** Every permission there is, as an administrator has them. */
export const everyPermission = (1n << 53n) - 1n;

/** What everybody may in a server that nobody has set up otherwise. */
export const usualPermissions =
  permission.viewChannel |
  permission.sendMessages |
  permission.embedLinks |
  permission.attachFiles |
  permission.readMessageHistory |
  permission.addReactions |
  permission.useApplicationCommands |
  permission.createPublicThreads |
  permission.sendMessagesInThreads;

export function toBits(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | permission[name], 0n);
}

/** What a member may anywhere in the server. */
export function guildPermissions(guild: Guild, member: Member): bigint {
  if (guild.ownerId === member.user.id) return everyPermission;
  const bits = [guild.id, ...member.roles].reduce((all, id) => all | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  return (bits & permission.administrator) === 0n ? bits : everyPermission;
}

/** What a member may in one channel: roles first, then the channel's overwrites, in Discord's order. */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === null) {
    return channel.recipients.includes(userId) || userId === world.bot.id ? usualPermissions : 0n;
  }
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  if (guild === undefined || member === undefined) return 0n;
  const base = guildPermissions(guild, member);
  if (base === everyPermission) return base;
  const parent = channel.kind === channelKind.publicThread ? world.channels.get(channel.parentId ?? '') : channel;
  const bits = applyOverwrites(base, parent ?? channel, guild, member);
  return (bits & permission.viewChannel) === 0n ? 0n : bits;
}

function applyOverwrites(base: bigint, channel: Channel, guild: Guild, member: Member): bigint {
  const everyone = channel.overwrites.get(guild.id);
  const own = channel.overwrites.get(member.user.id);
  let roleAllow = 0n;
  let roleDeny = 0n;
  for (const id of member.roles) {
    roleAllow |= channel.overwrites.get(id)?.allow ?? 0n;
    roleDeny |= channel.overwrites.get(id)?.deny ?? 0n;
  }
  const afterEveryone = (base & ~(everyone?.deny ?? 0n)) | (everyone?.allow ?? 0n);
  const afterRoles = (afterEveryone & ~roleDeny) | roleAllow;
  return (afterRoles & ~(own?.deny ?? 0n)) | (own?.allow ?? 0n);
}

export function may(world: World, channel: Channel, userId: string, name: PermissionName): boolean {
  return (channelPermissions(world, channel, userId) & permission[name]) !== 0n;
}
