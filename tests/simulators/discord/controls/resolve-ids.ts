import type { Discord } from '../discord.ts';
import { renderChannel } from '../gateway/render-guild.ts';
import type { JsonObject } from '../json.ts';
import { renderFile } from '../messages/file-links.ts';
import { renderMemberWithoutUser, renderRole, renderUser } from '../messages/render-user.ts';
import { channelPermissions } from '../world/permissions.ts';
import type { Channel } from '../world/world.ts';

/** What stands behind ids that were chosen: people, roles, channels, files. */
export function resolveIds(discord: Discord, channel: Channel, ids: readonly unknown[]): JsonObject {
  const { world } = discord;
  const guild = world.guilds.get(channel.guildId ?? '');
  const known = ids.map(String);
  const found: JsonObject = {};
  const add = (kind: string, id: string, value: JsonObject) => {
    found[kind] = { ...((found[kind] as JsonObject) ?? {}), [id]: value };
  };
  for (const id of known) {
    const [user, member] = [world.users.get(id), guild?.members.get(id)];
    if (user !== undefined) add('users', id, renderUser(user));
    if (member !== undefined) {
      const permissions = channelPermissions(world, channel, id).toString();
      add('members', id, { ...renderMemberWithoutUser(member), permissions });
    }
    const [role, other, file] = [guild?.roles.get(id), world.channels.get(id), world.files.get(id)];
    if (role !== undefined) add('roles', id, renderRole(role));
    if (other !== undefined) add('channels', id, { ...renderChannel(discord, other), permissions: '0' });
    if (file !== undefined) add('attachments', id, renderFile(discord, file));
  }
  return found;
}
