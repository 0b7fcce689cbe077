import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import type { RequestStore } from '../../../requests/index.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import type { IncomingEvent, IncomingHandler, IncomingPost } from '../../chat-platform.ts';
import { MAX_PICTURE_BYTES } from '../discord-limits.ts';
import { escapeText } from '../escape-text.ts';
import { type DescribedChannel, threadParent } from '../hearing/known-places.ts';
import type { PictureReading } from '../hearing/read-picture.ts';
import type { ReadStanding } from '../hearing/read-standing.ts';
import type { Interaction } from './interaction.ts';

export interface AskThroughDependencies {
  requests: Pick<RequestStore, 'findByPost'>;
  handler: IncomingHandler;
  readStanding: ReadStanding;
  hearsServer: (guildId: string) => boolean;
}

export type AskThrough = (
  interaction: Interaction,
  kind: Exclude<IncomingEvent['kind'], 'deleted' | 'appealed'>,
  post: Omit<IncomingPost, 'author' | 'standing' | 'language' | 'picture'>,
  picture: PictureReading,
) => Promise<void>;

/** Interactions through which something is being asked, so that what is wrong with it is told to the person alone. */
export type OpenAsks = Map<string, Interaction>;

const MEGABYTE = 1024 * 1024;

/** Asks for a clip on behalf of who used a command, a menu or a form. */
export function createAskThrough(
  { requests, handler, readStanding, hearsServer }: AskThroughDependencies,
  open: OpenAsks,
): AskThrough {
  return async (interaction, kind, asked, picture) => {
    const { payload, member, locale, respond } = interaction;
    const guildId = payload.guild_id ?? null;
    if (guildId !== null && !hearsServer(guildId)) {
      return respond.answer({ content: sayOnDiscord(locale, 'server-not-served') });
    }
    if (!mayAnswerHere(payload)) return respond.answer({ content: sayOnDiscord(locale, 'cannot-see') });
    if (picture.outcome === 'unusable') {
      const count = Math.floor(MAX_PICTURE_BYTES / MEGABYTE);
      return respond.answer({ content: sayOnDiscord(locale, 'picture-unusable', { count }) });
    }
    const before = await requests.findByPost(asked.ref);
    const standing = await readStanding({ userId: member.id, guildId, member: payload.member ?? null });
    const file = picture.outcome === 'taken' ? picture.file : null;
    const withinChannel = threadParent((payload.channel ?? {}) as DescribedChannel);
    const where = withinChannel === null ? {} : { withinChannel };
    open.set(asked.ref.id, interaction);
    try {
      await handler({ kind, post: { ...asked, ...where, standing, picture: file, author: member, language: locale } });
    } finally {
      open.delete(asked.ref.id);
    }
    if (respond.answered) return;
    const content = escapeText(sayOnDiscord(locale, before ? 'already-asked' : 'asked-soon'));
    await respond.answer({ content });
  };
}

/** Whether the bot can post a clip where it was asked; Discord says in each interaction what the bot may do there. */
function mayAnswerHere({ app_permissions, guild_id }: APIInteraction): boolean {
  if (guild_id === undefined) return true;
  const may = BigInt(app_permissions);
  const has = (permission: bigint) => (may & permission) === permission;
  const { Administrator, ViewChannel, SendMessages, SendMessagesInThreads, AttachFiles } = PermissionFlagsBits;
  if (has(Administrator)) return true;
  return has(ViewChannel) && has(AttachFiles) && (has(SendMessages) || has(SendMessagesInThreads));
}
