import { isObject, type JsonObject, objectsIn } from '../../json.ts';
import { checkBody, isEmpty, wantsV2 } from '../../messages/check-body.ts';
import { createMessage } from '../../messages/create-message.ts';
import { editMessage } from '../../messages/edit-message.ts';
import { emitDeletion } from '../../messages/emit-message.ts';
import { renderMessage } from '../../messages/render-message.ts';
import { takeInFiles } from '../../messages/take-in-files.ts';
import { may } from '../../world/permissions.ts';
import type { Channel, Message } from '../../world/world.ts';
import { invalidForm, refusal } from '../api-error.ts';
import {
  type Answer,
  bodyOf,
  type Call,
  channelOf,
  messageOf,
  needs,
  type Operation,
  sendingPermission,
} from '../operation.ts';
import { listMessages } from './list-messages.ts';

const path = '/channels/{channel_id}/messages';
const one = `${path}/{message_id}`;
const hourMs = 3_600_000;

function shown(call: Call, message: Message): Answer {
  return { status: 200, body: renderMessage(call.discord, message, call.discord.settings.privilegedIntents) };
}

function create(call: Call): Answer {
  const { discord } = call;
  const channel = channelOf(call);
  const body = bodyOf(call);
  if (channel.recipients.some((id) => discord.world.users.get(id)?.closed)) throw refusal.cannotMessage();
  needs(call, channel, sendingPermission(channel));
  if (call.files.length > 0) needs(call, channel, 'attachFiles');
  if (objectsIn(body.embeds).length > 0) needs(call, channel, 'embedLinks');
  const known = rememberedNonce(call, body);
  if (known !== null) return shown(call, known);
  const names = call.files.map((file) => {
    const about = objectsIn(body.attachments).find(({ id }) => String(id) === String(file.index));
    return typeof about?.filename === 'string' ? about.filename : file.name;
  });
  const errors = checkBody(body, wantsV2(body), names);
  if (errors.length > 0) throw invalidForm(errors);
  const replyTo = referenced(call, channel, body);
  if (isEmpty(body, call.files.length)) throw refusal.emptyMessage();
  const files = takeInFiles(discord, channel.id, call.files, body.attachments);
  const message = createMessage(discord, channel, { author: discord.world.bot, body, files, replyTo });
  if (message.nonce !== null) discord.nonces.set(nonceKey(call, message.nonce), { message, at: discord.now() });
  return shown(call, message);
}

function nonceKey({ discord }: Call, nonce: unknown): string {
  return `${discord.world.bot.id} ${String(nonce)}`;
}

/** A message sent before with the same nonce, where the sender asks for that to be looked at. */
function rememberedNonce(call: Call, body: JsonObject): Message | null {
  if (body.enforce_nonce !== true || body.nonce == null) return null;
  const { nonces, settings, now } = call.discord;
  const entry = nonces.get(nonceKey(call, body.nonce));
  return entry !== undefined && now() - entry.at <= settings.nonceMs ? entry.message : null;
}

function referenced(call: Call, channel: Channel, body: JsonObject): Message | null {
  const reference = body.message_reference;
  if (!isObject(reference)) return null;
  if (!may(call.discord.world, channel, call.discord.world.bot.id, 'readMessageHistory')) throw refusal.cannotReply();
  const elsewhere = reference.channel_id != null && reference.channel_id !== channel.id;
  const message = elsewhere ? undefined : channel.messages.get(String(reference.message_id));
  if (message !== undefined && message.ephemeralTo === null) return message;
  if (reference.fail_if_not_exists === false && !elsewhere) return null;
  throw invalidForm([{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
}

function edit(call: Call): Answer {
  const { discord } = call;
  const channel = channelOf(call);
  const message = messageOf(call, channel);
  if (message.author.id !== discord.world.bot.id) throw refusal.authoredByAnother();
  if (discord.now() - message.createdAt > hourMs && !discord.oldEdits(channel.id)) throw refusal.oldEdits();
  editMessage(discord, channel, message, bodyOf(call), call.files);
  return shown(call, message);
}

function remove(call: Call): Answer {
  const channel = channelOf(call);
  const message = messageOf(call, channel);
  if (message.author.id !== call.discord.world.bot.id) needs(call, channel, 'manageMessages');
  channel.messages.delete(message.id);
  emitDeletion(call.discord, message);
  return { status: 204 };
}

export const messageOperations: readonly Operation[] = [
  { method: 'get', path, gives: { 200: { listOf: 'MessageResponse' } }, handle: listMessages },
  { method: 'post', path, takes: 'MessageCreateRequest', gives: { 200: 'MessageResponse' }, handle: create },
  {
    method: 'get',
    path: one,
    gives: { 200: 'MessageResponse' },
    handle: (call) => {
      const channel = channelOf(call);
      needs(call, channel, 'readMessageHistory');
      return shown(call, messageOf(call, channel));
    },
  },
  { method: 'patch', path: one, takes: 'MessageEditRequestPartial', gives: { 200: 'MessageResponse' }, handle: edit },
  { method: 'delete', path: one, gives: { 204: null }, handle: remove },
];
