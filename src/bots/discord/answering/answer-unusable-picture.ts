import { type APIMessage, MessageFlags, Routes } from 'discord.js';
import { sayOnDiscord } from '../../../wording/index.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { MAX_PICTURE_BYTES } from '../discord-limits.ts';
import { escapeText } from '../escape-text.ts';
import { buttonsOf } from './buttons.ts';
import { findOwnMessage } from './find-own-message.ts';

const MEGABYTE = 1024 * 1024;

/** Says once that a message's picture cannot be used; nothing is asked for by it then. */
export function createAnswerUnusablePicture(rest: DiscordRest, botId: () => Promise<string>) {
  return async ({ id, channel_id, content }: Pick<APIMessage, 'id' | 'channel_id' | 'content'>): Promise<void> => {
    const key = `p.${id}`;
    const search = { channel: channel_id, after: id, key, botId: await botId() };
    if (await findOwnMessage(rest, search)) return;
    const locale = /\p{Script=Arabic}/u.test(content) ? 'ar' : 'en';
    const count = Math.floor(MAX_PICTURE_BYTES / MEGABYTE);
    await rest.post(Routes.channelMessages(channel_id), {
      body: {
        content: escapeText(sayOnDiscord(locale, 'picture-unusable', { count })),
        allowed_mentions: { parse: [], replied_user: true },
        components: buttonsOf({ kind: 'answer', key, locale }),
        nonce: key,
        enforce_nonce: true,
        flags: MessageFlags.SuppressEmbeds,
        message_reference: { message_id: id, channel_id, fail_if_not_exists: true },
      },
    });
  };
}
