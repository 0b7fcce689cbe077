import type { GatewayDispatchPayload } from 'discord.js';

interface Guild {
  language: string;
  channels: Set<string>;
}

/** What the gateway tells of servers and is needed later: which server a channel is in, and its language. */
export interface KnownPlaces {
  learn(event: GatewayDispatchPayload): void;
  guildOf(channelId: string): string | null;
  languageOf(guildId: string): string | null;
}

export function createKnownPlaces(): KnownPlaces {
  const guilds = new Map<string, Guild>();
  const guildOfChannel = new Map<string, string>();

  const learnChannel = (guildId: string | undefined, channelId: string) => {
    if (guildId === undefined) return;
    guildOfChannel.set(channelId, guildId);
    guilds.get(guildId)?.channels.add(channelId);
  };
  const forgetGuild = (guildId: string) => {
    for (const channel of guilds.get(guildId)?.channels ?? []) guildOfChannel.delete(channel);
    guilds.delete(guildId);
  };
  return {
    learn({ t, d }) {
      switch (t) {
        case 'GUILD_CREATE':
          guilds.set(d.id, { language: d.preferred_locale, channels: new Set() });
          for (const { id } of [...(d.channels ?? []), ...(d.threads ?? [])]) learnChannel(d.id, id);
          break;
        case 'GUILD_UPDATE': {
          const known = guilds.get(d.id);
          if (known) known.language = d.preferred_locale;
          break;
        }
        case 'GUILD_DELETE':
          if (!d.unavailable) forgetGuild(d.id);
          break;
        case 'CHANNEL_CREATE':
        case 'THREAD_CREATE':
          learnChannel('guild_id' in d ? d.guild_id : undefined, d.id);
          break;
        case 'CHANNEL_DELETE':
        case 'THREAD_DELETE':
          guildOfChannel.delete(d.id);
          break;
        default:
      }
    },
    guildOf: (channelId) => guildOfChannel.get(channelId) ?? null,
    languageOf: (guildId) => guilds.get(guildId)?.language ?? null,
  };
}
