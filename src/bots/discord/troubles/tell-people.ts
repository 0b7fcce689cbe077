import { createHash } from 'node:crypto';
import { type APIApplication, type APIChannel, type APIGuild, type APIMessage, MessageFlags, Routes } from 'discord.js';
import { AdapterError, type Locale } from '../../../requests/index.ts';
import { sayTrouble } from '../../../wording/index.ts';
import type { Trouble } from '../../troubles.ts';
import { NOBODY } from '../answering/post-body.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { escapeText } from '../escape-text.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import type { ServedServers } from '../servers/served-servers.ts';

export interface TellPeopleDependencies {
  rest: DiscordRest;
  servers: Pick<ServedServers, 'home' | 'served' | 'reviewChannelOf'>;
  guilds: Pick<GuildLookUp, 'of' | 'localeOf'>;
}

/** `nobody`: there is nobody on Discord who can be told; the log and the desk say it. `not-now`: later, perhaps. */
export type TellPeople = (trouble: Trouble) => Promise<'told' | 'nobody' | 'not-now'>;

/** Where somebody may be told, by what to do to have a channel for it; null: there is none. */
type Way = () => Promise<{ channel: string; locale: Locale } | null>;

/**
 * Tells who can mend a trouble: the server's review channel, else the home server's, else the server's owner in private,
 * else where Discord itself speaks to the server, else who owns the application.
 */
export function createTellPeople({ rest, servers, guilds }: TellPeopleDependencies): TellPeople {
  async function reviewChannel(guildId: string | null): Promise<{ channel: string; locale: Locale } | null> {
    const channel = guildId === null ? null : await servers.reviewChannelOf(guildId);
    return channel === null ? null : { channel, locale: await guilds.localeOf(channel) };
  }

  async function privately(userId: string | null | undefined, locale: Locale) {
    if (!userId) return null;
    const { id } = await rest.post<APIChannel>(Routes.userChannels(), { body: { recipient_id: userId } });
    return { channel: id, locale };
  }

  /** The server in which the trouble is, where the bot is in it. */
  async function serverOf({ kind, place }: Trouble): Promise<string | null> {
    if (kind === 'thrown-out' || place === '') return null;
    // Of a channel that is gone Discord tells nothing.
    const reviewed = (await servers.served()).find(({ reviewChannel }) => reviewChannel === place);
    return reviewed?.id ?? guilds.of(place);
  }

  function waysToTell(trouble: Trouble): Way[] {
    const guild = async (): Promise<APIGuild | null> => {
      const id = await serverOf(trouble);
      return id === null ? null : rest.get<APIGuild>(Routes.guild(id));
    };
    return [
      async () => reviewChannel(await serverOf(trouble)),
      async () => reviewChannel(await servers.home()),
      async () => {
        const found = await guild();
        return found && privately(found.owner_id, localeOf(found));
      },
      async () => {
        const found = await guild();
        return found?.system_channel_id ? { channel: found.system_channel_id, locale: localeOf(found) } : null;
      },
      async () => {
        const { owner, team } = await rest.get<APIApplication>(Routes.currentApplication());
        return privately(team ? team.owner_user_id : owner?.id, 'en');
      },
    ];
  }

  async function post(trouble: Trouble, { channel, locale }: { channel: string; locale: Locale }): Promise<void> {
    // A mention shows a channel's name as it is now; of one that is gone it shows nothing.
    const shown = trouble.kind === 'review-gone' || trouble.kind === 'thrown-out' ? null : `<#${trouble.place}>`;
    const name = escapeText(trouble.placeName);
    const words = sayTrouble(locale, trouble, { said: PLACE });
    await rest.post<APIMessage>(Routes.channelMessages(channel), {
      body: {
        content: escapeText(words).replaceAll(PLACE, shown ?? name),
        allowed_mentions: NOBODY,
        flags: MessageFlags.SuppressEmbeds,
        nonce: nonceOf(trouble),
        enforce_nonce: true,
      },
    });
  }

  return async (trouble) => {
    const tried = new Set<string>([trouble.place]);
    let later = false;
    for (const way of waysToTell(trouble)) {
      try {
        const to = await way();
        if (!to || tried.has(to.channel)) continue;
        tried.add(to.channel);
        await post(trouble, to);
        return 'told';
      } catch (error) {
        if (!(error instanceof AdapterError)) throw error;
        later ||= error.retryable && !REFUSED.includes(error.code);
      }
    }
    return later ? 'not-now' : 'nobody';
  };
}

/** Stands for the place until the rest is escaped. */
const PLACE = '\u2060place\u2060';
/** These may pass some day, but not by waiting a moment. */
const REFUSED = ['no-access', 'no-permission', 'token-refused', 'too-much-refused'];

function localeOf({ preferred_locale }: Pick<APIGuild, 'preferred_locale'>): Locale {
  return preferred_locale.startsWith('ar') ? 'ar' : 'en';
}

/** Told twice in a row, by two processes or after a crash, it is one message. */
function nonceOf({ kind, place, since }: Trouble): string {
  return createHash('sha256').update(`${kind} ${place} ${since}`).digest('base64url').slice(0, 25);
}
