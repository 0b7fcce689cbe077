import type { APIAttachment, APIGuildMember, APIMessage, APIUser } from 'discord.js';
import type { Member } from '../../../requests/index.ts';
import type { IncomingPost } from '../../chat-platform.ts';
import { DISCORD } from '../discord-limits.ts';
import { messageRef } from '../post-refs.ts';
import { momentOf } from '../snowflake.ts';
import { readableText } from './addressed.ts';
import type { PictureReading } from './read-picture.ts';
import type { ReadStanding } from './read-standing.ts';

export type MessageToHear = Pick<APIMessage, 'id' | 'channel_id' | 'content' | 'author' | 'message_reference'> & {
  attachments: APIAttachment[];
  member?: Partial<Pick<APIGuildMember, 'nick' | 'roles' | 'joined_at'>>;
};

/** A message as a post, with its picture taken in; null where the picture cannot be used. */
export async function hearMessage(
  message: MessageToHear,
  {
    botId,
    guildId,
    language,
    withinChannel = null,
    readPicture,
    readStanding,
  }: {
    botId: string;
    guildId: string | null;
    language: string | null;
    /** The channel in which the thread hangs, where it is one. */
    withinChannel?: string | null;
    readStanding: ReadStanding;
    readPicture: (attachments: readonly APIAttachment[]) => Promise<PictureReading>;
  },
): Promise<IncomingPost | null> {
  const picture = await readPicture(message.attachments);
  if (picture.outcome === 'unusable') return null;
  const answered = message.message_reference;
  const { roles, joined_at = null } = message.member ?? {};
  return {
    ref: messageRef(message),
    ...(withinChannel === null ? {} : { withinChannel }),
    author: memberOf(message.author, message.member),
    standing: await readStanding({ userId: message.author.id, guildId, member: roles ? { roles, joined_at } : null }),
    text: readableText(message.content, botId),
    picture: picture.outcome === 'taken' ? picture.file : null,
    inReplyTo: answered?.message_id
      ? messageRef({ id: answered.message_id, channel_id: answered.channel_id ?? message.channel_id })
      : null,
    language,
    postedAt: new Date(momentOf(message.id)).toISOString(),
  };
}

/** The name that people see, in the server where it was asked. */
export function memberOf(user: APIUser, member?: { nick?: string | null } | null): Member {
  return { platform: DISCORD, id: user.id, name: member?.nick ?? user.global_name ?? user.username };
}
