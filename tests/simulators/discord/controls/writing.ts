import type { Discord } from '../discord.ts';
import { createMessage } from '../messages/create-message.ts';
import { editMessage } from '../messages/edit-message.ts';
import { emitDeletion } from '../messages/emit-message.ts';
import { renderUser } from '../messages/render-user.ts';
import { type SentFile, takeInFiles } from '../messages/take-in-files.ts';
import { may } from '../world/permissions.ts';
import type { Channel, Member, Message, StoredFile, User } from '../world/world.ts';

export interface Attached {
  name: string;
  bytes: Uint8Array;
  contentType?: string;
  /** In pixels. A PNG's are read from it. */
  width?: number;
  height?: number;
  description?: string;
}

export interface Saying {
  /** People who are mentioned before the text; the bot is `simulator.bot`. */
  mentions?: readonly User[];
  attachments?: readonly Attached[];
  replyTo?: Message;
  /** Whether an answer also mentions whom it answers, as Discord's clients do unless told otherwise. */
  pingReplied?: boolean;
  embeds?: readonly Record<string, unknown>[];
  /** Said by a webhook instead of the member. */
  webhook?: boolean;
}

/** What people write. */
export interface Writing {
  /** Throws where Discord's client would not let them: no permission, no channel. */
  say: (who: Member | User, channel: Channel, text: string, how?: Saying) => Message;
  /** The same by many at once, cheaply, in the order given. */
  forward: (who: Member | User, channel: Channel, message: Message) => Message;
  edit: (message: Message, text: string) => void;
  remove: (message: Message) => void;
}

export function userOf(who: Member | User): User {
  return 'user' in who ? who.user : who;
}

export function createWriting(discord: Discord): Writing {
  const { world } = discord;

  function checkMaySay(user: User, channel: Channel): void {
    if (!world.channels.has(channel.id)) throw new Error(`the channel ${channel.name} is gone`);
    if (!may(world, channel, user.id, 'sendMessages'))
      throw new Error(`${user.username} may not write in ${channel.name}`);
  }

  function keepFiles(channel: Channel, attached: readonly Attached[]): StoredFile[] {
    const sent: SentFile[] = attached.map(({ name, bytes, contentType = '' }, index) => ({
      index,
      name,
      contentType,
      bytes,
    }));
    const files = takeInFiles(discord, channel.id, sent, []);
    for (const [index, file] of files.entries()) {
      const { width, height, description } = attached[index] ?? {};
      file.width = width ?? file.width;
      file.height = height ?? file.height;
      file.description = description ?? null;
    }
    return files;
  }

  return {
    say(who, channel, text, how = {}) {
      const user = userOf(who);
      checkMaySay(user, channel);
      const mentioned = (how.mentions ?? []).map(({ id }) => `<@${id}>`);
      const webhookId = how.webhook === true ? discord.nextId() : null;
      const author = webhookId === null ? user : { ...user, id: webhookId, bot: true };
      return createMessage(discord, channel, {
        author,
        body: {
          content: [...mentioned, text].join(' ').trim(),
          embeds: how.embeds,
          ...(how.pingReplied === false ? { allowed_mentions: { parse: ['users', 'roles', 'everyone'] } } : {}),
        },
        files: keepFiles(channel, how.attachments ?? []),
        replyTo: how.replyTo ?? null,
        webhookId,
      });
    },
    forward(who, channel, message) {
      checkMaySay(userOf(who), channel);
      return createMessage(discord, channel, { author: userOf(who), body: {}, files: [], snapshot: message });
    },
    edit(message, text) {
      const channel = world.channels.get(message.channelId);
      if (channel === undefined) throw new Error('the channel is gone');
      editMessage(discord, channel, message, { content: text }, []);
    },
    remove(message) {
      world.channels.get(message.channelId)?.messages.delete(message.id);
      emitDeletion(discord, message);
    },
  };
}

/** How a person is written in a text. */
export function mention(who: Member | User): string {
  return `<@${String(renderUser(userOf(who)).id)}>`;
}
