import type { Discord } from '../discord.ts';
import { intent } from '../gateway/intents.ts';
import { type JsonObject, objectsIn } from '../json.ts';
import { may } from '../world/permissions.ts';
import type { Message } from '../world/world.ts';
import { renderMessage } from './render-message.ts';
import { renderMemberWithoutUser } from './render-user.ts';

/** Tells of a message that came or changed, where the bot may see it. What is shown to one person alone is not told. */
export function emitMessage(discord: Discord, name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message): void {
  discord.changed();
  if (message.ephemeralTo !== null || !botSees(discord, message)) return;
  discord.emit({
    name,
    guildId: message.guildId,
    intents: message.guildId === null ? intent.directMessages : intent.guildMessages,
    data: (intents) => withMembers(discord, message, renderMessage(discord, message, intents)),
  });
}

export function emitDeletion(discord: Discord, message: Message): void {
  discord.changed();
  if (message.ephemeralTo !== null || !botSees(discord, message)) return;
  discord.emit({
    name: 'MESSAGE_DELETE',
    guildId: message.guildId,
    intents: message.guildId === null ? intent.directMessages : intent.guildMessages,
    data: () => ({ id: message.id, channel_id: message.channelId, ...inGuild(message) }),
  });
}

function botSees(discord: Discord, message: Message): boolean {
  const channel = discord.world.channels.get(message.channelId);
  if (channel === undefined) return false;
  if (message.guildId !== null && !discord.world.joined.has(message.guildId)) return false;
  return may(discord.world, channel, discord.world.bot.id, 'viewChannel');
}

function inGuild(message: Message): JsonObject {
  return message.guildId === null ? {} : { guild_id: message.guildId };
}

/** Events carry more than answers: the server, who the author and the mentioned are in it. */
function withMembers(discord: Discord, message: Message, shown: JsonObject): JsonObject {
  const members = discord.world.guilds.get(message.guildId ?? '')?.members;
  const author = message.webhookId === null ? members?.get(message.author.id) : undefined;
  return {
    ...shown,
    ...inGuild(message),
    ...(author === undefined ? {} : { member: renderMemberWithoutUser(author) }),
    mentions: objectsIn(shown.mentions).map((user) => {
      const member = members?.get(String(user.id));
      return member === undefined ? user : { ...user, member: renderMemberWithoutUser(member) };
    }),
  };
}
