import { createHash } from 'node:crypto';
import { type APIMessage, MessageFlags, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord.js';
import type { FileStore } from '../../../files/file-store.ts';
import type { ReviewCard } from '../../../moderation/curation/review-card.ts';
import type { CardPlace, ReviewSurface } from '../../../moderation/curation/review-surface.ts';
import { AdapterError, type Clock } from '../../../requests/index.ts';
import { earlierBy } from '../../snowflake.ts';
import { findOwnMessage } from '../answering/find-own-message.ts';
import { NOBODY } from '../answering/post-body.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { DISCORD } from '../discord-limits.ts';
import { messageRef } from '../post-refs.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import { snowflakeAt } from '../snowflake.ts';
import type { Troubles } from '../troubles/keep-troubles.ts';
import type { Reading } from './card-text.ts';
import { createChannelGuard } from './channel-guard.ts';
import type { CuratedServers } from './curating.ts';
import { drawCard } from './draw-card.ts';
import { attachmentsOf, drawWithFiles } from './draw-with-files.ts';
import { serverFor } from './server-for.ts';

export interface ReviewSurfaceDependencies {
  rest: DiscordRest;
  guilds: GuildLookUp;
  files: Pick<FileStore, 'read'>;
  servers: CuratedServers;
  optionsOf: Reading['optionsOf'];
  botId: () => Promise<string>;
  clock: Clock;
  troubles: Pick<Troubles, 'met' | 'over'>;
}

const GONE = ['unknown-message', 'unknown-channel', 'unknown-server'];
/** Clocks differ: a card may bear an earlier time than the moment at which it was meant to be made. */
const SLACK_MS = 60_000;

/** Review channels on Discord, in which a card stands for all that curators have to settle. */
export function createReviewSurface(dependencies: ReviewSurfaceDependencies): ReviewSurface {
  const { rest, guilds, files, servers, optionsOf, botId } = dependencies;
  const guard = createChannelGuard(dependencies);

  const readingIn = ({ locale }: CardPlace): Reading => ({ locale, guildOf: guilds.known, optionsOf });

  async function placeAt(channel: string): Promise<CardPlace> {
    return { channel, locale: await guilds.localeOf(channel) };
  }

  return {
    id: DISCORD,
    pace: { editEveryMs: 2000, freelyForMs: 55 * 60 * 1000, oldEditEveryMs: 3000 },

    async placeFor(request) {
      const server = await serverFor(request, dependencies);
      const channel = server === null ? null : await servers.reviewChannelOf(server);
      return channel === null ? null : placeAt(channel);
    },

    placeAt,
    onPlacesChanged: (callback) => servers.onChanged(callback),

    async markOf(card, place) {
      await guilds.learnOf(card.request);
      return JSON.stringify(drawCard(card, readingIn(place)).components);
    },

    post: (card, place, intendedAt) =>
      guard(place.channel, async () => {
        await guilds.learnOf(card.request);
        const { drawn, sent } = await drawWithFiles(card, readingIn(place), files);
        const body: RESTPostAPIChannelMessageJSONBody = {
          flags: MessageFlags.IsComponentsV2,
          components: drawn.components,
          attachments: attachmentsOf(sent),
          allowed_mentions: NOBODY,
          nonce: nonceOf(card, intendedAt),
          enforce_nonce: true,
        };
        return messageRef(await rest.post<APIMessage>(Routes.channelMessages(place.channel), { body, files: sent }));
      }),

    edit: (ref, card, place, change) =>
      guard(ref.channel, async () => {
        await guilds.learnOf(card.request);
        const { drawn, sent } = await drawWithFiles(card, readingIn(place), files);
        // Left out, all files stay as they are.
        const shown = change.files ? { attachments: attachmentsOf(sent) } : {};
        const body = { components: drawn.components, allowed_mentions: NOBODY, ...shown };
        try {
          const route = Routes.channelMessage(ref.channel, ref.id);
          await rest.patch(route, { body, files: change.files ? sent : [] });
          return 'edited';
        } catch (error) {
          if (error instanceof AdapterError && GONE.includes(error.code)) return 'gone';
          throw error;
        }
      }),

    async find({ channel }, key, since) {
      const after = earlierBy(snowflakeAt(Date.parse(since)), SLACK_MS).toString();
      const found = await findOwnMessage(rest, { channel, after, key, botId: await botId() });
      return found && messageRef(found);
    },
  };
}

/** The same card meant anew, after somebody deleted it, is another message: Discord would bring back the deleted one. */
function nonceOf({ key }: ReviewCard, intendedAt: string): string {
  return createHash('sha256').update(`${key} ${intendedAt}`).digest('base64url').slice(0, 25);
}
