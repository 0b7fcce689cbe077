import { type APIMessage, MessageReferenceType, MessageType } from 'discord.js';

export type Heard = Pick<
  APIMessage,
  'id' | 'channel_id' | 'content' | 'author' | 'type' | 'mentions' | 'webhook_id' | 'message_reference'
>;

/**
 * Whether a message speaks to the bot: one that a person wrote, with the bot's own mention in its words. Discord counts
 * the author of the message that is answered among the mentions too; a thank-you to a clip asks for nothing. In direct
 * messages no mention is needed, save in answers.
 */
export function isAddressed(message: Heard, botId: string, inDirectMessages: boolean): boolean {
  const { author, type, webhook_id, message_reference, mentions, content } = message;
  if (author.id === botId || author.bot || author.system || webhook_id !== undefined) return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  if (message_reference?.type === MessageReferenceType.Forward) return false;
  if (inDirectMessages && type === MessageType.Default) return true;
  return mentions.some(({ id }) => id === botId) && mentionOf(botId).test(content);
}

/** A message's words with the bot's mention as `@opencall`, in the place where it stood. */
export function readableText(content: string, botId: string): string {
  return content.replace(new RegExp(mentionOf(botId), 'g'), ' @opencall ').trim();
}

/** Clients write the second form for members with a name of their own in the server. */
function mentionOf(userId: string): RegExp {
  return new RegExp(`<@!?${userId}>`);
}
