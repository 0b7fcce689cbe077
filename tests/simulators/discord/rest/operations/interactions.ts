import { checkModal } from '../../interactions/check-modal.ts';
import { answerWithinMs, type FirstAnswer, type Interaction, interactionKind } from '../../interactions/interaction.ts';
import { renderInteractionMetadata } from '../../interactions/render-interaction.ts';
import { isObject, type JsonObject, objectsIn } from '../../json.ts';
import { checkBody, isEmpty, wantsV2 } from '../../messages/check-body.ts';
import { createMessage } from '../../messages/create-message.ts';
import { editMessage } from '../../messages/edit-message.ts';
import { renderWhole } from '../../messages/render-message.ts';
import { takeInFiles } from '../../messages/take-in-files.ts';
import type { Channel, Message } from '../../world/world.ts';
import { invalidForm, refusal } from '../api-error.ts';
import { type Answer, bodyOf, type Call, type Operation } from '../operation.ts';

/** Discord's numbers of first answers. */
const callback = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, choices: 8, modal: 9 } as const;
const ephemeralFlag = 1 << 6;
const answersToCommands = 20;
const mostChoices = 25;

const callbackSchemas: Readonly<Record<number, string>> = {
  [callback.message]: 'CreateMessageInteractionCallbackRequest',
  [callback.deferred]: 'CreateMessageInteractionCallbackRequest',
  [callback.deferredUpdate]: 'UpdateMessageInteractionCallbackRequest',
  [callback.update]: 'UpdateMessageInteractionCallbackRequest',
  [callback.choices]: 'ApplicationCommandAutocompleteCallbackRequest',
  [callback.modal]: 'ModalInteractionCallbackRequest',
};

/** Sends a message in answer to an interaction. Throws 50035, 50006 and 40005. */
export function answerWithMessage(call: Call, interaction: Interaction, body: JsonObject): Message {
  const { discord } = call;
  const channel = channelOf(call, interaction);
  const names = call.files.map((file) => {
    const about = objectsIn(body.attachments).find(({ id }) => String(id) === String(file.index));
    return typeof about?.filename === 'string' ? about.filename : file.name;
  });
  const errors = checkBody(body, wantsV2(body), names);
  if (errors.length > 0) throw invalidForm(errors);
  if (isEmpty(body, call.files.length)) throw refusal.emptyMessage();
  return createMessage(discord, channel, {
    author: discord.world.bot,
    body,
    files: takeInFiles(discord, channel.id, call.files, body.attachments),
    ephemeralTo: isEphemeral(body) ? interaction.user.id : null,
    interaction: renderInteractionMetadata(discord, interaction),
    // An answer to a component or a form of one refers to that message; only people's answers alert, so it alerts nobody.
    type: interaction.message === null ? answersToCommands : 0,
    webhookId: discord.world.bot.id,
  });
}

export function isEphemeral(body: JsonObject): boolean {
  return typeof body.flags === 'number' && (body.flags & ephemeralFlag) !== 0;
}

export function channelOf({ discord }: Call, { channelId }: Interaction): Channel {
  const channel = discord.world.channels.get(channelId);
  if (channel === undefined) throw refusal.unknownChannel();
  return channel;
}

function interactionOf({ discord, params }: Call): Interaction {
  const interaction = discord.interactions.get(params.interaction_token ?? '');
  if (interaction === undefined || interaction.id !== params.interaction_id) throw refusal.unknownInteraction();
  return interaction;
}

function answer(call: Call): Answer {
  const { discord } = call;
  const interaction = interactionOf(call);
  if (interaction.answer !== null) throw refusal.acknowledged();
  if (discord.now() - interaction.createdAt > answerWithinMs) throw refusal.unknownInteraction();
  const body = bodyOf(call);
  const first = firstAnswer(call, interaction, Number(body.type), isObject(body.data) ? body.data : {});
  interaction.answer = first;
  interaction.answeredAfterMs = discord.now() - interaction.createdAt;
  if (first.kind === 'message' || first.kind === 'update') interaction.original = first.message;
  if (first.kind === 'deferred-update') interaction.original = interaction.message;
  interaction.settle(first);
  discord.changed();
  return call.query.with_response === 'true' ? { status: 200, body: withResponse(call, interaction) } : { status: 204 };
}

function firstAnswer(call: Call, interaction: Interaction, type: number, data: JsonObject): FirstAnswer {
  if (!allowed(interaction, type)) throw invalidType(type);
  switch (type) {
    case callback.message:
      return { kind: 'message', message: answerWithMessage(call, interaction, data) };
    case callback.deferred:
      return { kind: 'deferred', ephemeral: isEphemeral(data) };
    case callback.deferredUpdate:
      return { kind: 'deferred-update' };
    case callback.update: {
      const message = interaction.message as Message;
      editMessage(call.discord, channelOf(call, interaction), message, data, call.files);
      return { kind: 'update', message };
    }
    case callback.choices:
      return { kind: 'choices', choices: readChoices(data) };
    default: {
      const errors = checkModal(data);
      if (errors.length > 0) throw invalidForm(errors);
      const components = objectsIn(data.components);
      const modal = { customId: String(data.custom_id), title: String(data.title), components, askedBy: interaction };
      return { kind: 'modal', modal };
    }
  }
}

/** Which first answers fit what the person did. */
function allowed({ kind, message }: Interaction, type: number): boolean {
  if (kind === interactionKind.autocomplete) return type === callback.choices;
  if (type === callback.message || type === callback.deferred) return true;
  if (type === callback.deferredUpdate || type === callback.update) return message !== null;
  return type === callback.modal && kind !== interactionKind.modal;
}

function invalidType(type: number) {
  const message = `A first answer of type ${type} does not fit this interaction.`;
  return invalidForm([{ path: ['type'], code: 'INTERACTION_CALLBACK_TYPE_INVALID', message }]);
}

function readChoices(data: JsonObject): { name: string; value: string | number }[] {
  const choices = objectsIn(data.choices).map(({ name, value }) => ({
    name: String(name),
    value: typeof value === 'number' ? value : String(value),
  }));
  if (choices.length <= mostChoices) return choices;
  const message = `Must be between 1 and ${mostChoices} in length.`;
  throw invalidForm([{ path: ['data', 'choices'], code: 'BASE_TYPE_BAD_LENGTH', message }]);
}

function withResponse(call: Call, { id, kind, answer, channelId, guildId }: Interaction): JsonObject {
  const message = answer?.kind === 'message' || answer?.kind === 'update' ? answer.message : null;
  const shown = message === null ? null : renderWhole(call.discord, message);
  return {
    interaction: {
      id,
      type: kind,
      channel_id: channelId,
      ...(guildId === null ? {} : { guild_id: guildId }),
      ...(message === null ? {} : { response_message_id: message.id }),
      response_message_loading: answer?.kind === 'deferred',
      response_message_ephemeral: message !== null && message.ephemeralTo !== null,
    },
    ...(shown === null ? {} : { resource: { type: answer?.kind === 'update' ? 7 : 4, message: shown } }),
  };
}

export const interactionOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    takes: [...new Set(Object.values(callbackSchemas))],
    gives: { 200: 'InteractionCallbackResponse', 204: null },
    open: true,
    handle: answer,
  },
];
