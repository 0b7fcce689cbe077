import type { Discord } from '../discord.ts';
import { type JsonObject, objectsIn, textIn } from '../json.ts';
import { keepAtMost } from '../ledger.ts';
import type { Channel, Message, StoredFile, User } from '../world/world.ts';
import { isComponentsV2, walkComponents } from './component-kinds.ts';
import { emitMessage } from './emit-message.ts';
import { keepComponents } from './keep-components.ts';
import { applyMentions, readAllowed, textOf } from './mentions.ts';

const suppressEmbeds = 1 << 2;
const suppressNotifications = 1 << 12;
/** Flags that a sender may set; Discord sets the others. */
const settableFlags = suppressEmbeds | suppressNotifications | isComponentsV2;

export interface NewMessage {
  author: User;
  body: JsonObject;
  files: StoredFile[];
  type?: number;
  replyTo?: Message | null;
  webhookId?: string | null;
  ephemeralTo?: string | null;
  interaction?: JsonObject | null;
  snapshot?: Message | null;
  loading?: boolean;
}

/** Puts a message into a channel, and tells of it and of whom it alerts. Everything about it was checked before. */
export function createMessage(discord: Discord, channel: Channel, given: NewMessage): Message {
  const { author, body } = given;
  const replyTo = given.replyTo ?? null;
  const components = keepComponents(body.components, given.files, discord.nextId);
  const content = textIn(body.content) ?? '';
  const allowed = readAllowed(body.allowed_mentions);
  const mentions = applyMentions(discord, channel, author, textOf(content, walkComponents(components)), allowed);
  const repliedTo = replyTo !== null && allowed.repliedUser ? [replyTo.author.id] : [];
  const forwarded = given.snapshot ?? null;
  const reference = replyTo ?? forwarded;
  const message: Message = {
    id: discord.nextId(),
    channelId: channel.id,
    guildId: channel.guildId,
    author,
    webhookId: given.webhookId ?? null,
    type: given.type ?? (replyTo === null ? 0 : 19),
    content,
    files: given.files,
    embeds: objectsIn(body.embeds).map((embed) => ({ type: 'rich', ...embed })),
    components,
    flags: (typeof body.flags === 'number' ? body.flags : 0) & settableFlags,
    mentions: [...new Set([...repliedTo, ...mentions.users])],
    mentionRoles: mentions.roles,
    mentionEveryone: mentions.everyone,
    reference:
      reference === null
        ? null
        : {
            type: forwarded === null ? 0 : 1,
            messageId: reference.id,
            channelId: reference.channelId,
            guildId: reference.guildId,
          },
    snapshot: forwarded,
    nonce: typeof body.nonce === 'string' || typeof body.nonce === 'number' ? body.nonce : null,
    createdAt: discord.now(),
    editedAt: null,
    ephemeralTo: given.ephemeralTo ?? null,
    interaction: given.interaction ?? null,
    loading: given.loading ?? false,
  };
  channel.messages.set(message.id, message);
  recordPings(discord, message, repliedTo);
  emitMessage(discord, 'MESSAGE_CREATE', message);
  return message;
}

function recordPings(discord: Discord, message: Message, repliedTo: readonly string[]): void {
  const { id: messageId, channelId, author } = message;
  const add = (kind: 'user' | 'role' | 'everyone' | 'reply', target: string) =>
    keepAtMost(
      discord.ledger.pings,
      { messageId, channelId, authorId: author.id, kind, target },
      discord.settings.keep,
    );
  for (const id of message.mentions) if (id !== author.id) add(repliedTo.includes(id) ? 'reply' : 'user', id);
  for (const id of message.mentionRoles) add('role', id);
  if (message.mentionEveryone) add('everyone', message.guildId ?? '');
}
