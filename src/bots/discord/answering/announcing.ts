import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type APIMessage, MessageFlags, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord.js';
import { type Call, placesOn } from '../../../calls/call.ts';
import type { FileStore } from '../../../files/file-store.ts';
import { AdapterError } from '../../../requests/index.ts';
import { sayToEverybody } from '../../../wording/index.ts';
import type { Announcement, Announcer, AnnouncingPlace } from '../../announcing/announcer.ts';
import type { RenditionLimits } from '../../chat-platform.ts';
import { earlierBy } from '../../snowflake.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { DISCORD, DISCORD_LIMITS } from '../discord-limits.ts';
import { callNobody, escapeText } from '../escape-text.ts';
import { messageRef } from '../post-refs.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import type { ServedServers } from '../servers/served-servers.ts';
import { snowflakeAt } from '../snowflake.ts';
import { button, row } from './buttons.ts';
import { findOwnMessage } from './find-own-message.ts';
import { NOBODY } from './post-body.ts';

export interface AnnouncingDependencies {
  rest: DiscordRest;
  files: Pick<FileStore, 'read'>;
  servers: Pick<ServedServers, 'served'>;
  guilds: Pick<GuildLookUp, 'of' | 'localeOf' | 'nameOf'>;
  rendition: RenditionLimits;
  botId: () => Promise<string>;
  /** Does it in a channel, and tells of trouble with that. */
  inChannel: <Answer>(
    channel: string,
    doing: 'write' | 'read' | 'post a clip',
    done: Promise<Answer>,
  ) => Promise<Answer>;
}

/** Clocks differ: a message may bear an earlier time than the moment at which it was meant to be made. */
const SLACK_MS = 60_000;
const HERE = `${DISCORD}:`;

/** Messages about calls, in the channels that servers have chosen for them. A button carries the key, as on every post of ours. */
export function createAnnouncing(dependencies: AnnouncingDependencies): Announcer {
  const { rest, files, guilds, rendition, botId, inChannel } = dependencies;

  /** Nobody is kept from the drafts by Discord's not answering: the channel's number names it too. */
  async function place(channel: string): Promise<AnnouncingPlace> {
    const [name, locale] = await Promise.all([orNothing(guilds.nameOf(channel)), orNothing(guilds.localeOf(channel))]);
    return { id: channel, name: name ?? channel, locale };
  }

  async function send({ key, intendedAt, place: channel, text, locale, clip }: Announcement): Promise<APIMessage> {
    const body: RESTPostAPIChannelMessageJSONBody = {
      content: text,
      allowed_mentions: NOBODY,
      components: [row(button(locale, 'help', key))],
      nonce: nonceOf(key, intendedAt),
      enforce_nonce: true,
      flags: MessageFlags.SuppressEmbeds,
    };
    const route = Routes.channelMessages(channel);
    if (clip === null) return rest.post<APIMessage>(route, { body });
    const filename = `open-call-${clip.requestId}.mp4`;
    const description = clip.altText.slice(0, DISCORD_LIMITS.altTextLength);
    const data = await buffer(await files.read(clip.file));
    return rest.post<APIMessage>(route, {
      body: { ...body, attachments: [{ id: 0, filename, description }] },
      files: [{ name: filename, data, contentType: clip.file.type }],
    });
  }

  return {
    id: DISCORD,
    textLength: DISCORD_LIMITS.textLength,
    rendition,
    places: async (call) => Promise.all((await channelsFor(call, dependencies)).map(place)),
    plain: escapeText,
    howToAsk: (locale) => sayToEverybody(locale, 'how-discord'),
    // Curators may write as Discord lets them, with links and bold letters; but nobody is called by it.
    compose: callNobody,
    problemsOf: (text) => (text.length > DISCORD_LIMITS.textLength ? ['too-long'] : []),

    async announce(announcement) {
      const doing = announcement.clip ? 'post a clip' : 'write';
      return messageRef(await inChannel(announcement.place, doing, send(announcement)));
    },

    async findAnnouncement({ place: channel, key, intendedAt }) {
      const after = earlierBy(snowflakeAt(Date.parse(intendedAt)), SLACK_MS).toString();
      const search = { channel, after, key, botId: await botId() };
      const found = await inChannel(channel, 'read', findOwnMessage(rest, search));
      return found && messageRef(found);
    },
  };
}

/**
 * In each server that it concerns: the channel for announcements, and where none is chosen, the channels in which one asks
 * for it.
 */
async function channelsFor(
  { places }: Pick<Call, 'places'>,
  { servers, guilds }: Pick<AnnouncingDependencies, 'servers' | 'guilds'>,
): Promise<string[]> {
  const served = await servers.served();
  const everywhere = places === null || places.includes(placesOn(DISCORD));
  if (everywhere) return served.flatMap(({ announceChannel }) => announceChannel ?? []);
  const asking = places.filter((each) => each.startsWith(HERE)).map((each) => each.slice(HERE.length));
  const channels = await Promise.all(
    asking.map(async (channel) => {
      const guildId = await orNothing(guilds.of(channel));
      const server = served.find(({ id }) => id === guildId);
      return server ? [server.announceChannel ?? channel] : [];
    }),
  );
  return [...new Set(channels.flat())];
}

/** Of the moment too: Discord would bring back the message that was taken down. */
function nonceOf(key: string, intendedAt: string): string {
  return createHash('sha256').update(`${key} ${intendedAt}`).digest('base64url').slice(0, 25);
}

async function orNothing<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AdapterError) return null;
    throw error;
  }
}
