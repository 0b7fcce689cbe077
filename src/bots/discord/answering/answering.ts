import { buffer } from 'node:stream/consumers';
import { type APIMessage, Routes } from 'discord.js';
import type { FileStore } from '../../../files/file-store.ts';
import { AdapterError, type PostRef, type PromptRequest, type RequestStore } from '../../../requests/index.ts';
import type { ChatPlatform, OutgoingPost } from '../../chat-platform.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { orNull } from '../connection/rest-error.ts';
import { DISCORD } from '../discord-limits.ts';
import { mentionBot } from '../escape-text.ts';
import { isCommandRef, messageRef, snowflakeOf } from '../post-refs.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import { buttonsOf } from './buttons.ts';
import type { FileLimits } from './file-limits.ts';
import { findOwnMessage } from './find-own-message.ts';
import { fileName, learnOfReply, NOBODY, postBody, postContent } from './post-body.ts';

export interface AnsweringDependencies {
  rest: DiscordRest;
  requests: Pick<RequestStore, 'find'>;
  files: Pick<FileStore, 'read'>;
  /** The bot's own user; asked of Discord where no session has told it yet. */
  botId: () => Promise<string>;
  guilds: Pick<GuildLookUp, 'of' | 'known'>;
  fileLimits: Pick<FileLimits, 'inChannel'>;
  /** Answers the interaction that asked, where it can still be answered; only the person sees that. */
  answerPrivately: (ref: PostRef, text: string) => Promise<boolean>;
}

type Answering = Pick<ChatPlatform, 'publish' | 'edit' | 'remove' | 'findOwnReply' | 'stillThere'>;

/** What the bot says in channels. */
export function createAnswering(dependencies: AnsweringDependencies): Answering {
  const { rest, requests, files, botId, guilds, fileLimits, answerPrivately } = dependencies;

  /** Not even sent where Discord has said that it takes no file of that size. */
  async function checkSize({ video, inReplyTo }: OutgoingPost): Promise<void> {
    const most = video && (await fileLimits.inChannel(inReplyTo.channel));
    if (!video || most === null || video.file.bytes <= most) return;
    const detail = { adapter: DISCORD, code: 'too-large', retryable: false, neverSent: true };
    throw new AdapterError(`The file is larger than the ${most} bytes that Discord takes here`, detail);
  }

  /** The request that a post is about, with where its clip stands made known. */
  async function aboutOf({ requestId }: OutgoingPost): Promise<PromptRequest | null> {
    const request = requestId === null ? null : await requests.find(requestId);
    await learnOfReply(request, guilds);
    return request;
  }

  return {
    async publish(post) {
      const { inReplyTo, video } = post;
      if (post.kind === 'answer' && (await answerPrivately(inReplyTo, post.text))) return inReplyTo;
      await checkSize(post);
      const whole = postBody(post, await aboutOf(post), guilds.known);
      const body =
        post.kind === 'answer' ? { ...whole, content: mentionBot(whole.content ?? '', await botId()) } : whole;
      const sent = video
        ? {
            files: [
              { name: fileName(post), data: await buffer(await files.read(video.file)), contentType: video.file.type },
            ],
          }
        : {};
      return messageRef(await rest.post<APIMessage>(Routes.channelMessages(inReplyTo.channel), { body, ...sent }));
    },

    async edit(ref, post) {
      const request = await aboutOf(post);
      const content = postContent(post, request, guilds.known);
      const body = { content, components: buttonsOf(post, request), allowed_mentions: NOBODY };
      await orNull(rest.patch(Routes.channelMessage(ref.channel, ref.id), { body }), GONE);
    },

    async remove(ref) {
      await orNull(rest.delete(Routes.channelMessage(ref.channel, ref.id)), GONE);
    },

    async findOwnReply(to, key) {
      const search = { channel: to.channel, after: snowflakeOf(to), key, botId: await botId() };
      const found = await findOwnMessage(rest, search);
      return found && messageRef(found);
    },

    async stillThere(ref) {
      const route = isCommandRef(ref) ? Routes.channel(ref.channel) : Routes.channelMessage(ref.channel, ref.id);
      return (await orNull(rest.get(route), GONE)) !== null;
    },
  };
}

/** Discord's words for a message that is gone, or the channel it stood in. */
const GONE = ['unknown-message', 'unknown-channel', 'unknown-server'];
