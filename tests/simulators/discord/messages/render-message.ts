import type { Discord } from '../discord.ts';
import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { Message } from '../world/world.ts';
import { channelKind } from '../world/world.ts';
import { fileLink, renderFile } from './file-links.ts';
import { renderTime, renderUser } from './render-user.ts';

/** The privileged intent without which what people write is hidden. */
export const messageContentIntent = 1 << 15;
const ephemeralFlag = 1 << 6;
const loadingFlag = 1 << 7;
const forwardedFlag = 1 << 14;

/** Whether the bot is shown what a message says (docs: events/gateway, "Message Content Intent"). */
export function showsContent(discord: Discord, message: Message, intents: number): boolean {
  const { bot } = discord.world;
  return (
    (intents & messageContentIntent) !== 0 ||
    message.author.id === bot.id ||
    message.mentions.includes(bot.id) ||
    message.ephemeralTo !== null ||
    discord.world.channels.get(message.channelId)?.kind === channelKind.direct
  );
}

/** A message as the bot is shown it. */
export function renderMessage(discord: Discord, message: Message, intents: number): JsonObject {
  const answered = message.reference?.type === 0 ? referenced(discord, message) : undefined;
  return {
    ...renderBare(discord, message, showsContent(discord, message, intents)),
    ...(answered === undefined
      ? {}
      : {
          referenced_message:
            answered === null ? null : renderBare(discord, answered, showsContent(discord, answered, intents)),
        }),
  };
}

/** A message with everything in it, as the target of a menu and as people see it. */
export function renderWhole(discord: Discord, message: Message): JsonObject {
  return renderMessage(discord, message, messageContentIntent);
}

function referenced(discord: Discord, message: Message): Message | null {
  const { reference } = message;
  if (reference === null) return null;
  return discord.world.channels.get(reference.channelId)?.messages.get(reference.messageId) ?? null;
}

function renderBare(discord: Discord, message: Message, whole: boolean): JsonObject {
  const people = message.mentions.flatMap((id) => discord.world.users.get(id) ?? []);
  const { reference } = message;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: renderUser(message.author),
    ...renderContent(discord, message, whole),
    mentions: people.map(renderUser),
    mention_roles: message.mentionRoles,
    mention_everyone: message.mentionEveryone,
    timestamp: renderTime(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : renderTime(message.editedAt),
    flags: renderFlags(message),
    pinned: false,
    tts: false,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.webhookId === null ? {} : { webhook_id: message.webhookId }),
    ...(message.author.bot ? { application_id: message.author.id } : {}),
    ...(message.interaction === null ? {} : { interaction_metadata: message.interaction }),
    ...(reference === null
      ? {}
      : {
          message_reference: {
            type: reference.type,
            channel_id: reference.channelId,
            message_id: reference.messageId,
            ...(reference.guildId === null ? {} : { guild_id: reference.guildId }),
          },
        }),
    ...(message.snapshot === null
      ? {}
      : { message_snapshots: [{ message: renderSnapshot(discord, message.snapshot) }] }),
  };
}

function renderFlags(message: Message): number {
  return (
    message.flags |
    (message.ephemeralTo === null ? 0 : ephemeralFlag) |
    (message.loading ? loadingFlag : 0) |
    (message.snapshot === null ? 0 : forwardedFlag)
  );
}

function renderContent(discord: Discord, message: Message, whole: boolean): JsonObject {
  if (!whole) return { content: '', attachments: [], embeds: [], components: [] };
  return {
    content: message.content,
    attachments: message.files.map((file) => renderFile(discord, file)),
    embeds: message.embeds,
    components: message.components.map((component) => withLinks(discord, component)),
  };
}

/** Media keep the file's id; their links are signed anew each time they are shown. */
function withLinks(discord: Discord, value: JsonObject): JsonObject {
  const shown: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (Array.isArray(inner)) shown[key] = inner.map((one) => (isObject(one) ? withLinks(discord, one) : one));
    else shown[key] = isObject(inner) ? withLinks(discord, inner) : inner;
  }
  const file = typeof value.attachment_id === 'string' ? discord.world.files.get(value.attachment_id) : undefined;
  if (file === undefined) return shown;
  const url = fileLink(discord, file);
  return { ...shown, url, proxy_url: url };
}

function renderSnapshot(discord: Discord, message: Message): JsonObject {
  return {
    type: message.type,
    ...renderContent(discord, message, true),
    mentions: [],
    mention_roles: [],
    timestamp: renderTime(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : renderTime(message.editedAt),
    flags: message.flags,
  };
}
