import type { PostRef } from '../../requests/index.ts';
import { DISCORD } from './discord-limits.ts';

/** What is asked by a command stands in no message; the interaction's id, a snowflake too, names it. */
const COMMAND = 'command-';

export function messageRef(message: { id: string; channel_id: string }): PostRef {
  return { platform: DISCORD, channel: message.channel_id, id: message.id };
}

export function commandRef(interactionId: string, channelId: string): PostRef {
  return { platform: DISCORD, channel: channelId, id: COMMAND + interactionId };
}

export function isCommandRef({ id }: Pick<PostRef, 'id'>): boolean {
  return id.startsWith(COMMAND);
}

/** Leads to a message; Discord's clients show it as a mention of the place. */
export function linkToMessage({ channel, id }: Pick<PostRef, 'channel' | 'id'>, guildId: string): string {
  return `https://discord.com/channels/${guildId}/${channel}/${id}`;
}

/** The snowflake in the ref, which tells when it was asked. */
export function snowflakeOf({ id }: Pick<PostRef, 'id'>): string {
  return isCommandRef({ id }) ? id.slice(COMMAND.length) : id;
}
