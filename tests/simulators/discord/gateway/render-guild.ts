import type { Discord } from '../discord.ts';
import type { JsonObject } from '../json.ts';
import { renderMember, renderRoles, renderTime, renderUser } from '../messages/render-user.ts';
import { type Channel, channelKind, type Guild } from '../world/world.ts';

/** A server as `/guilds/{guild_id}` answers it. */
export function renderGuild(guild: Guild): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'us-west',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: renderRoles(guild),
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** The same with what only the event GUILD_CREATE carries. Without the members' intent it names the bot alone. */
export function renderArrivedGuild(discord: Discord, guild: Guild): JsonObject {
  const own = guild.members.get(discord.world.bot.id);
  const channels = channelsOf(discord, guild);
  return {
    ...renderGuild(guild),
    joined_at: renderTime(own?.joinedAt ?? discord.now()),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: own === undefined ? [] : [renderMember(own)],
    channels: channels
      .filter(({ kind }) => kind !== channelKind.publicThread)
      .map((one) => renderChannel(discord, one)),
    threads: channels.filter(({ kind }) => kind === channelKind.publicThread).map((one) => renderChannel(discord, one)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function channelsOf(discord: Discord, guild: Guild): Channel[] {
  return [...discord.world.channels.values()].filter(({ guildId }) => guildId === guild.id);
}

export function renderChannel(discord: Discord, channel: Channel): JsonObject {
  const last = [...channel.messages.keys()].at(-1) ?? null;
  const common = { id: channel.id, type: channel.kind, flags: 0, last_message_id: last };
  if (channel.kind === channelKind.direct) {
    const people = channel.recipients.flatMap((id) => discord.world.users.get(id) ?? []);
    return { ...common, recipients: people.map(renderUser) };
  }
  if (channel.kind === channelKind.publicThread) return { ...common, ...threadFields(channel) };
  return {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    position: channel.position,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: [...channel.overwrites].map(([id, { kind, allow, deny }]) => ({
      id,
      type: kind === 'role' ? 0 : 1,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  };
}

function threadFields(thread: Channel): JsonObject {
  return {
    guild_id: thread.guildId,
    name: thread.name,
    parent_id: thread.parentId,
    owner_id: thread.ownerId,
    rate_limit_per_user: 0,
    thread_metadata: { archived: false, archive_timestamp: null, auto_archive_duration: 1440, locked: false },
    message_count: thread.messages.size,
    member_count: 1,
    total_message_sent: thread.messages.size,
  };
}
