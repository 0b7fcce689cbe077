import { type APIChannel, type APIGuild, Routes } from 'discord.js';
import type { Locale, PromptRequest } from '../../../requests/index.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { orNull } from '../connection/rest-error.ts';
import { DISCORD } from '../discord-limits.ts';
import { type DescribedChannel, type KnownPlaces, threadParent } from '../hearing/known-places.ts';

export interface GuildLookUp {
  /** The server of a channel; null for direct messages and what is not shown to us. */
  of(channel: string): Promise<string | null>;
  /** The same, as far as it is known by now. */
  known(channel: string): string | null;
  /** The channel in which a thread hangs; null for other channels and what is not shown to us. */
  parentOf(channel: string): Promise<string | null>;
  /** Makes known where a request was asked. */
  learnOf(request: PromptRequest): Promise<void>;
  /** What the server of a channel has chosen as its language. */
  localeOf(channel: string): Promise<Locale>;
  /** What people call a channel, with its server; null for what is not shown to us. Untrusted text. */
  nameOf(channel: string): Promise<string | null>;
}

const HIDDEN = ['unknown-channel', 'unknown-server', 'no-access'];

/** Which server a channel is in. What the gateway told is known at once; other processes' servers are asked for. */
export function createGuildLookUp(rest: DiscordRest, places: KnownPlaces): GuildLookUp {
  const asked = new Map<string, { guildId: string | null; parentId: string | null; name: string }>();
  const names = new Map<string, string>();
  const known = (channel: string) => places.guildOf(channel) ?? asked.get(channel)?.guildId ?? null;

  async function learn(channel: string): Promise<void> {
    if (places.guildOf(channel) !== null || asked.has(channel)) return;
    const found = await orNull(rest.get<APIChannel>(`/channels/${channel}`), HIDDEN);
    // What is hidden from us now may be shown later.
    if (!found) return;
    const guildId = 'guild_id' in found ? (found.guild_id ?? null) : null;
    const { name } = found;
    asked.set(channel, { guildId, parentId: threadParent(found as DescribedChannel), name: `#${name ?? ''}` });
  }

  const describe = (guildId: string) => orNull(rest.get<APIGuild>(Routes.guild(guildId)), HIDDEN);

  async function serverName(guildId: string): Promise<string> {
    const name = names.get(guildId) ?? (await describe(guildId))?.name ?? '';
    names.set(guildId, name);
    return name;
  }

  async function of(channel: string): Promise<string | null> {
    await learn(channel);
    return known(channel);
  }

  return {
    of,
    known,
    async parentOf(channel) {
      await learn(channel);
      return places.parentOf(channel) ?? asked.get(channel)?.parentId ?? null;
    },
    async learnOf({ post }: PromptRequest): Promise<void> {
      if (post.platform === DISCORD) await of(post.channel);
    },
    async localeOf(channel: string): Promise<Locale> {
      const guild = await of(channel);
      if (guild === null) return 'en';
      const language = places.languageOf(guild) ?? (await describe(guild))?.preferred_locale;
      return language?.startsWith('ar') ? 'ar' : 'en';
    },
    async nameOf(channel) {
      const guild = await of(channel);
      const one = asked.get(channel);
      if (!one || guild === null) return places.nameOf(channel);
      return [one.name, await serverName(guild)].filter((name) => name !== '').join(' · ');
    },
  };
}
