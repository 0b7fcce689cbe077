import { ChannelType, type GatewayDispatchPayload } from 'discord.js';

interface Guild {
  language: string;
  channels: Set<string>;
}

/** What the gateway tells of servers and is needed later: where channels are, and each server's language. */
export interface KnownPlaces {
  learn(event: GatewayDispatchPayload): void;
  guildOf(channelId: string): string | null;
  /** The channel in which a thread hangs; null for what is no thread, and for channels that are not known. */
  parentOf(channelId: string): string | null;
  languageOf(guildId: string): string | null;
  /** What people call a channel or a server; null where it is not known. Untrusted text. */
  nameOf(id: string): string | null;
}

const THREADS: readonly unknown[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** A channel as Discord describes it in events, in answers and beside interactions. */
export type DescribedChannel = { type?: unknown; parent_id?: string | null | undefined; name?: string | null };

/** The channel in which a thread hangs. That of other channels is their category, in which nobody writes. */
export function threadParent({ type, parent_id }: DescribedChannel): string | null {
  return THREADS.includes(type) ? (parent_id ?? null) : null;
}

/** Of so many that are gone the names are kept. */
const GONE_REMEMBERED = 1000;

export function createKnownPlaces(): KnownPlaces {
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, { guildId: string; parentId: string | null }>();
  /** Also of what is gone, so that it can be spoken of. */
  const names = new Map<string, string>();
  /** The longest gone first. */
  const gone = new Set<string>();

  const name = (id: string, called: string) => {
    gone.delete(id);
    names.set(id, called);
  };
  const part = (id: string) => {
    gone.delete(id);
    gone.add(id);
    if (gone.size <= GONE_REMEMBERED) return;
    const [longest] = gone;
    if (longest === undefined) return;
    gone.delete(longest);
    names.delete(longest);
  };

  const learnChannel = (guildId: string | undefined, channel: DescribedChannel & { id: string }) => {
    if (guildId === undefined) return;
    channels.set(channel.id, { guildId, parentId: threadParent(channel) });
    const server = names.get(guildId);
    name(channel.id, [`#${channel.name ?? ''}`, ...(server === undefined ? [] : [server])].join(' · '));
    guilds.get(guildId)?.channels.add(channel.id);
  };
  const forgetGuild = (guildId: string) => {
    for (const channel of guilds.get(guildId)?.channels ?? []) {
      channels.delete(channel);
      part(channel);
    }
    guilds.delete(guildId);
    part(guildId);
  };
  return {
    learn({ t, d }) {
      switch (t) {
        case 'GUILD_CREATE':
          guilds.set(d.id, { language: d.preferred_locale, channels: new Set() });
          name(d.id, d.name);
          for (const each of [...(d.channels ?? []), ...(d.threads ?? [])]) learnChannel(d.id, each);
          break;
        case 'GUILD_UPDATE': {
          const known = guilds.get(d.id);
          if (known) known.language = d.preferred_locale;
          name(d.id, d.name);
          break;
        }
        case 'GUILD_DELETE':
          if (!d.unavailable) forgetGuild(d.id);
          break;
        case 'CHANNEL_CREATE':
        case 'CHANNEL_UPDATE':
        case 'THREAD_CREATE':
        case 'THREAD_UPDATE':
          learnChannel('guild_id' in d ? d.guild_id : undefined, d);
          break;
        case 'THREAD_LIST_SYNC':
          for (const each of d.threads) learnChannel(d.guild_id, each);
          break;
        case 'CHANNEL_DELETE':
        case 'THREAD_DELETE':
          channels.delete(d.id);
          part(d.id);
          guilds.get('guild_id' in d ? (d.guild_id ?? '') : '')?.channels.delete(d.id);
          break;
        default:
      }
    },
    guildOf: (channelId) => channels.get(channelId)?.guildId ?? null,
    parentOf: (channelId) => channels.get(channelId)?.parentId ?? null,
    nameOf: (id) => names.get(id) ?? null,
    languageOf: (guildId) => guilds.get(guildId)?.language ?? null,
  };
}
