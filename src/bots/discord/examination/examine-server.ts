import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  ChannelType,
  PermissionFlagsBits,
  type RESTAPIPartialCurrentUserGuild,
  Routes,
} from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import { attention, type Finding, failing, ok } from '../../finding.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { channelPermissions } from './channel-permissions.ts';
import { NEEDED_PERMISSIONS } from './needed-permissions.ts';

/** Where people write and the bot answers. */
const WRITTEN_IN: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
];
/** More would only scroll by. */
const MOST_CHANNELS = 20;
const ABOUT = 'discord server';

type Server = Pick<RESTAPIPartialCurrentUserGuild, 'id' | 'name'>;

/** What the bot may do in a server, channel by channel. */
export async function examineServer(rest: DiscordRest, server: Server, botId: string): Promise<Finding[]> {
  try {
    const [roles, channels, member] = await Promise.all([
      rest.get<APIRole[]>(Routes.guildRoles(server.id)),
      rest.get<APIChannel[]>(Routes.guildChannels(server.id)),
      rest.get<APIGuildMember>(Routes.guildMember(server.id, botId)),
    ]);
    const known = { guildId: server.id, memberId: botId, roles };
    const written = channels.filter(({ type }) => WRITTEN_IN.includes(type));
    const seen = written.map((channel) => {
      const overwrites = 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
      return {
        name: `#${channel.name}`,
        missing: missingIn(channel.type, channelPermissions(known, member, overwrites as APIOverwrite[])),
      };
    });
    return judge(server, seen);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const says = `${server.name}: ${error.message}.`;
    return [attention(ABOUT, says, 'Try again in a moment; if it stays so, invite the bot again.')];
  }
}

/** Names of the permissions that are missing; null where the bot does not see the channel at all. */
function missingIn(type: ChannelType, may: bigint): string[] | null {
  if ((may & PermissionFlagsBits.ViewChannel) === 0n) return null;
  // In a forum there is nothing but threads.
  const needless = type === ChannelType.GuildForum ? PermissionFlagsBits.SendMessages : 0n;
  return NEEDED_PERMISSIONS.filter(({ bit }) => bit !== needless && (may & bit) === 0n).map(({ name }) => name);
}

function judge({ name }: Server, channels: readonly { name: string; missing: string[] | null }[]): Finding[] {
  const seen = channels.filter(({ missing }) => missing !== null);
  const good = seen.filter(({ missing }) => missing?.length === 0);
  const lacking = seen.flatMap(({ name: channel, missing }) => (missing?.length ? [{ channel, missing }] : []));
  const unseen = channels.length - seen.length;
  const summary = `${name}: it can answer in ${good.length} of ${channels.length} channels${unseen > 0 ? `; ${unseen} are not shown to it` : ''}.`;
  const whole =
    good.length > 0
      ? ok(ABOUT, summary)
      : failing(
          ABOUT,
          summary,
          'Invite it again with the link below, or give its role these permissions in a channel.',
        );
  const each = lacking
    .slice(0, MOST_CHANNELS)
    .map(({ channel, missing }) =>
      attention(
        ABOUT,
        `${name}, ${channel}: missing ${missing.join(', ')}.`,
        'In Edit Channel › Permissions, allow it for the bot’s role; or hide the channel from the bot.',
      ),
    );
  const rest = lacking.length - each.length;
  return [whole, ...each, ...(rest > 0 ? [ok(ABOUT, `${name}: the same in ${rest} more channels.`)] : [])];
}
