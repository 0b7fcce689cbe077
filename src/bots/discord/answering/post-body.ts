import { type APIAllowedMentions, MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import { type Locale, type PromptRequest, shownWords } from '../../../requests/index.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import type { OutgoingPost } from '../../chat-platform.ts';
import { DISCORD, DISCORD_LIMITS } from '../discord-limits.ts';
import { escapeText, escapeToFit, quote } from '../escape-text.ts';
import { isCommandRef, linkToMessage, snowflakeOf } from '../post-refs.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import { buttonsOf } from './buttons.ts';

/** The server to which a channel belongs, where it is known. */
export type GuildOf = (channelId: string) => string | null;

const LONGEST_TEXT = 1500;
const LONGEST_QUOTE = 400;
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What stands in a post of ours. `request` is the one that it is about, where there is one. */
export function postContent(post: OutgoingPost, request: PromptRequest | null, guildOf: GuildOf): string {
  const asked = isCommandRef(post.inReplyTo);
  switch (post.kind) {
    case 'clip': {
      const caption = request && 'clip' in request ? request.clip?.caption : undefined;
      return [withMention(post), ...(caption ? [quote(caption, LONGEST_QUOTE)] : [])].join('\n');
    }
    case 'status': {
      const text = sayPosted(post.locale, request, guildOf) ?? escapeToFit(post.text, LONGEST_TEXT);
      if (!asked || !request) return text;
      // What was asked by a command stands nowhere else.
      const name = { said: `<@${post.notify.id}>` };
      return [
        sayOnDiscord(post.locale, 'asked-by', { name }),
        quote(shownWords(request).prompt, LONGEST_QUOTE),
        text,
      ].join('\n');
    }
    case 'answer':
      return asked
        ? `<@${post.notify.id}> ${escapeToFit(post.text, LONGEST_TEXT)}`
        : escapeToFit(post.text, LONGEST_TEXT);
    default:
      return post.kind satisfies never;
  }
}

/** Looks up the server in which a clip stands: a process that hears other shards, or none, was not told of it. */
export async function learnOfReply(request: PromptRequest | null, guilds: Pick<GuildLookUp, 'of'>): Promise<void> {
  if (request?.state === 'delivered' && request.reply.platform === DISCORD) await guilds.of(request.reply.channel);
}

/** Of a clip that is there: where. Null while it is not, and where nobody knows which server the channel belongs to. */
export function sayPosted(locale: Locale, request: PromptRequest | null, guildOf: GuildOf): string | null {
  if (request?.state !== 'delivered' || request.reply.platform !== DISCORD) return null;
  const guildId = guildOf(request.reply.channel);
  return guildId && sayOnDiscord(locale, 'posted', { link: { said: linkToMessage(request.reply, guildId) } });
}

/** The requester's name in our words becomes the mention that pings them, and nobody else. */
function withMention({ text, notify }: OutgoingPost): string {
  const name = `@${notify.name.replace(BIDI_CONTROLS, '')}`;
  const at = text.indexOf(name);
  const mention = `<@${notify.id}>`;
  if (at < 0) return `${mention} ${escapeToFit(text, LONGEST_TEXT)}`;
  return `${escapeText(text.slice(0, at))}${mention}${escapeToFit(text.slice(at + name.length), LONGEST_TEXT)}`;
}

/** Discord pings whoever a text mentions unless told otherwise. A status pings nobody. */
function mentions({ kind, notify, inReplyTo }: OutgoingPost): APIAllowedMentions {
  if (kind === 'status') return NOBODY;
  if (kind === 'answer' && !isCommandRef(inReplyTo)) return { parse: [], replied_user: true };
  return { parse: [], users: [notify.id], replied_user: false };
}

export const NOBODY: APIAllowedMentions = { parse: [], replied_user: false };

export function postBody(
  post: OutgoingPost,
  request: PromptRequest | null,
  guildOf: GuildOf,
): RESTPostAPIChannelMessageJSONBody {
  const { inReplyTo, key, video } = post;
  const altText = video?.altText.slice(0, DISCORD_LIMITS.altTextLength);
  return {
    content: postContent(post, request, guildOf),
    allowed_mentions: mentions(post),
    components: buttonsOf(post, request),
    // The same nonce within a few minutes brings back the message that is there.
    nonce: key,
    enforce_nonce: true,
    flags: MessageFlags.SuppressEmbeds,
    ...(isCommandRef(inReplyTo)
      ? {}
      : {
          message_reference: {
            message_id: snowflakeOf(inReplyTo),
            channel_id: inReplyTo.channel,
            fail_if_not_exists: true,
          },
        }),
    ...(altText === undefined ? {} : { attachments: [{ id: 0, filename: fileName(post), description: altText }] }),
  };
}

export function fileName({ requestId, key }: OutgoingPost): string {
  return `open-call-${requestId ?? key}.mp4`;
}
