import type { Interaction } from '../../interactions/interaction.ts';
import { tokenLivesMs } from '../../interactions/interaction.ts';
import { editMessage } from '../../messages/edit-message.ts';
import { emitDeletion } from '../../messages/emit-message.ts';
import { renderWhole } from '../../messages/render-message.ts';
import type { Message } from '../../world/world.ts';
import { refusal } from '../api-error.ts';
import { type Answer, bodyOf, type Call, type Operation } from '../operation.ts';
import { answerWithMessage, channelOf } from './interactions.ts';

const path = '/webhooks/{webhook_id}/{webhook_token}';

/** The interaction that a token stands for. Throws 10015, and 50027 once its 15 minutes are over. */
function interactionOf({ discord, params }: Call): Interaction {
  const interaction = discord.interactions.get(params.webhook_token ?? '');
  if (interaction === undefined || params.webhook_id !== discord.world.bot.id) throw refusal.unknownWebhook();
  if (discord.now() - interaction.createdAt > tokenLivesMs) throw refusal.invalidToken();
  if (interaction.answer === null) throw refusal.unknownWebhook();
  return interaction;
}

function shown(call: Call, message: Message): Answer {
  return { status: 200, body: renderWhole(call.discord, message) };
}

/** The answer that a deferred one promised takes its place; everything after that is an addition. */
function follow(call: Call): Answer {
  const interaction = interactionOf(call);
  if (interaction.answer?.kind === 'deferred' && interaction.original === null) {
    return shown(call, fulfil(call, interaction));
  }
  const message = answerWithMessage(call, interaction, bodyOf(call));
  interaction.followUps.push(message);
  return shown(call, message);
}

function fulfil(call: Call, interaction: Interaction): Message {
  const ephemeral = interaction.answer?.kind === 'deferred' && interaction.answer.ephemeral ? 1 << 6 : 0;
  const body = bodyOf(call);
  const flags = (typeof body.flags === 'number' ? body.flags : 0) & ~(1 << 6);
  const message = answerWithMessage(call, interaction, { ...body, flags: flags | ephemeral });
  interaction.original = message;
  return message;
}

function messageOf(call: Call, interaction: Interaction): Message {
  const id = call.params.message_id;
  const message = id === undefined ? interaction.original : interaction.followUps.find((one) => one.id === id);
  const own = message ?? (interaction.original?.id === id ? interaction.original : null);
  if (own == null || !channelOf(call, interaction).messages.has(own.id)) throw refusal.unknownMessage();
  return own;
}

function edit(call: Call): Answer {
  const interaction = interactionOf(call);
  const promised = interaction.answer?.kind === 'deferred' && interaction.original === null;
  if (promised && call.params.message_id === undefined) return shown(call, fulfil(call, interaction));
  const message = messageOf(call, interaction);
  editMessage(call.discord, channelOf(call, interaction), message, bodyOf(call), call.files);
  return shown(call, message);
}

function remove(call: Call): Answer {
  const interaction = interactionOf(call);
  const message = messageOf(call, interaction);
  channelOf(call, interaction).messages.delete(message.id);
  emitDeletion(call.discord, message);
  return { status: 204 };
}

function get(call: Call): Answer {
  return shown(call, messageOf(call, interactionOf(call)));
}

function operationsAt(place: string): Operation[] {
  const gives = { 200: 'MessageResponse' };
  const takes = 'IncomingWebhookUpdateRequestPartial';
  return [
    { method: 'get', path: place, gives, open: true, handle: get },
    { method: 'patch', path: place, takes, gives, open: true, handle: edit },
    { method: 'delete', path: place, gives: { 204: null }, open: true, handle: remove },
  ];
}

export const webhookOperations: readonly Operation[] = [
  {
    method: 'post',
    path,
    takes: 'IncomingWebhookRequestPartial',
    gives: { 200: 'MessageResponse' },
    open: true,
    handle: follow,
  },
  ...operationsAt(`${path}/messages/@original`),
  ...operationsAt(`${path}/messages/{message_id}`),
];
