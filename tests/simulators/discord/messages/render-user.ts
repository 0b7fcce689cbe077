import type { JsonObject } from '../json.ts';
import type { Guild, Member, Role, User } from '../world/world.ts';

export function renderUser(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    avatar: null,
    discriminator: user.bot ? '0001' : '0',
    public_flags: 0,
    flags: 0,
    ...(user.bot ? { bot: true } : {}),
    banner: null,
    accent_color: null,
    global_name: user.bot ? null : user.displayName,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
}

export function renderMemberWithoutUser(member: Member): JsonObject {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: renderTime(member.joinedAt),
    nick: null,
    pending: false,
    premium_since: null,
    roles: member.roles,
    mute: false,
    deaf: false,
  };
}

export function renderMember(member: Member): JsonObject {
  return { ...renderMemberWithoutUser(member), user: renderUser(member.user) };
}

export function renderRole(role: Role): JsonObject {
  return {
    id: role.id,
    name: role.name,
    description: null,
    permissions: role.permissions.toString(),
    position: role.position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.managedBy !== null,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    ...(role.managedBy === null ? {} : { tags: { bot_id: role.managedBy } }),
    flags: 0,
  };
}

export function renderRoles(guild: Guild): JsonObject[] {
  return [...guild.roles.values()].map(renderRole);
}

/** As Discord writes times: microseconds and an offset. */
export function renderTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000+00:00');
}
