import { type APIGuildMember, type APIOverwrite, type APIRole, PermissionFlagsBits } from 'discord.js';

export const EVERY_PERMISSION = (1n << 64n) - 1n;

/** What a member may in a channel of a server (docs: topics/permissions, "Permission Overwrites"). */
export function channelPermissions(
  { guildId, memberId, roles: known }: { guildId: string; memberId: string; roles: readonly APIRole[] },
  { roles: own }: Pick<APIGuildMember, 'roles'>,
  overwrites: readonly APIOverwrite[],
): bigint {
  const has = new Set([guildId, ...own]);
  const base = known.filter(({ id }) => has.has(id)).reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return EVERY_PERMISSION;
  const of = (ids: (id: string) => boolean, key: 'allow' | 'deny') =>
    overwrites.filter(({ id }) => ids(id)).reduce((bits, each) => bits | BigInt(each[key]), 0n);
  // First for everyone, then of all roles together, then for the member alone.
  const steps = [(id: string) => id === guildId, (id: string) => own.includes(id), (id: string) => id === memberId];
  const bits = steps.reduce((before, ids) => (before & ~of(ids, 'deny')) | of(ids, 'allow'), base);
  // Without seeing a channel nothing else in it counts.
  return (bits & PermissionFlagsBits.ViewChannel) === 0n ? 0n : bits;
}
