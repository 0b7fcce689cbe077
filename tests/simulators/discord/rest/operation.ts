import type { Discord } from '../discord.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { SentFile } from '../messages/take-in-files.ts';
import type { SchemaName } from '../spec/schemas.ts';
import { may, type PermissionName } from '../world/permissions.ts';
import { type Channel, channelKind, type Guild, type Message, type User } from '../world/world.ts';
import { refusal } from './api-error.ts';

/** What a client asks for, read. */
export interface Call {
  discord: Discord;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: unknown;
  files: readonly SentFile[];
  /** The header of that name. */
  authorization: string | undefined;
  contentType: string;
  /** In whose name it is asked; null: in the bot's own. */
  as: User | null;
}

export interface Answer {
  status: number;
  body?: unknown;
}

/** One operation of Discord's API, as its specification has it. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in the specification, e.g. `/channels/{channel_id}/messages`. */
  path: string;
  /** The schema of its body, where it takes one. */
  takes?: SchemaName;
  /** The schema of each answer by status; null for one without a body. */
  gives: Readonly<Record<number, SchemaName | null>>;
  /** Whether its path is its permission, as with the token of an interaction. Such are outside the global limit. */
  open?: boolean;
  /** What somebody must have allowed where it is asked in their name; absent: only the bot may ask. */
  scope?: string;
  handle: (call: Call) => Answer;
}

export function bodyOf(call: Call): JsonObject {
  return isObject(call.body) ? call.body : {};
}

/** The channel of a path, where the bot may see it. Throws 10003 and 50001. */
export function channelOf({ discord, params }: Call, id = params.channel_id): Channel {
  const channel = discord.world.channels.get(id ?? '');
  if (channel === undefined) throw refusal.unknownChannel();
  if (channel.guildId !== null && !discord.world.joined.has(channel.guildId)) throw refusal.missingAccess();
  if (!may(discord.world, channel, discord.world.bot.id, 'viewChannel')) throw refusal.missingAccess();
  return channel;
}

/** The message of a path, where the bot may read it. Throws 10008 and what the channel throws. */
export function messageOf(call: Call, channel: Channel): Message {
  const message = channel.messages.get(call.params.message_id ?? '');
  if (message === undefined || message.ephemeralTo !== null) throw refusal.unknownMessage();
  return message;
}

/** Throws 50013 where the bot lacks a permission. */
export function needs({ discord }: Call, channel: Channel, ...names: PermissionName[]): void {
  for (const name of names) {
    if (!may(discord.world, channel, discord.world.bot.id, name)) throw refusal.missingPermissions();
  }
}

export function sendingPermission(channel: Channel): PermissionName {
  return channel.kind === channelKind.publicThread ? 'sendMessagesInThreads' : 'sendMessages';
}

/** The server of a path, where the bot is in it. Throws 10004. */
export function guildOf({ discord, params }: Call): Guild {
  const guild = discord.world.guilds.get(params.guild_id ?? '');
  if (guild === undefined || !discord.world.joined.has(guild.id)) throw refusal.unknownGuild();
  return guild;
}
