import { randomBytes } from 'node:crypto';
import type { Discord } from '../discord.ts';
import type { FirstAnswer, Interaction, Modal } from '../interactions/interaction.ts';
import { interactionKind } from '../interactions/interaction.ts';
import { renderInteraction } from '../interactions/render-interaction.ts';
import { type JsonObject, textIn } from '../json.ts';
import { componentKind, walkComponents } from '../messages/component-kinds.ts';
import { renderWhole } from '../messages/render-message.ts';
import { may } from '../world/permissions.ts';
import type { Channel, Member, Message, User } from '../world/world.ts';
import { buildCommand, type CommandOptions, offeredCommands } from './build-command.ts';
import { buildSubmission, type Submitted } from './build-submission.ts';
import { resolveIds } from './resolve-ids.ts';
import { userOf } from './writing.ts';

/** What people do with the bot other than writing. Each throws where Discord's client would not let them. */
export interface Acting {
  /** Presses a button. */
  press: (who: Member | User, message: Message, customId: string) => Interaction;
  /** Picks from a select menu: its options' values, or ids of people, roles or channels. */
  choose: (who: Member | User, message: Message, customId: string, values: readonly string[]) => Interaction;
  /** Sends a form that was shown; what is left out stays as it was. */
  submitModal: (modal: Modal, values: Submitted) => Interaction;
  /** The commands and menu entries that the client offers there, as the bot registered them. */
  offered: (who: Member | User, channel: Channel) => JsonObject[];
  /** `clip`, or with its parts `my requests`. */
  command: (who: Member | User, channel: Channel, name: string, options?: CommandOptions) => Interaction;
  /** What the bot offers while an option is being typed. */
  autocomplete: (
    who: Member | User,
    channel: Channel,
    name: string,
    options: CommandOptions,
    focused: string,
  ) => Interaction;
  /** An entry of a message's menu. */
  messageMenu: (who: Member | User, message: Message, name: string) => Interaction;
}

export function createActing(discord: Discord): Acting {
  const { world } = discord;

  interface Doing {
    kind: Interaction['kind'];
    name: string;
    user: User;
    channel: Channel;
    message?: Message | null;
    data: JsonObject;
  }

  function start(doing: Doing): Interaction {
    const { kind, name, user, channel, message = null, data } = doing;
    const { promise: answered, resolve: settle } = Promise.withResolvers<FirstAnswer>();
    const interaction: Interaction = {
      id: discord.nextId(),
      token: randomBytes(48).toString('base64url'),
      kind,
      name,
      user,
      channelId: channel.id,
      guildId: channel.guildId,
      message,
      createdAt: discord.now(),
      answeredAfterMs: null,
      answer: null,
      original: null,
      followUps: [],
      answered,
      settle,
      again: () => start(doing),
    };
    discord.interactions.set(interaction.token, interaction);
    const event = renderInteraction(discord, interaction, data);
    discord.emit({ name: 'INTERACTION_CREATE', guildId: channel.guildId, intents: 0, data: () => event });
    discord.changed();
    return interaction;
  }

  function channelOf(message: Message, user: User): Channel {
    const channel = world.channels.get(message.channelId);
    if (channel?.messages.get(message.id) === undefined) throw new Error('the message is gone');
    if (!may(world, channel, user.id, 'viewChannel')) throw new Error(`${user.username} does not see ${channel.name}`);
    if (message.ephemeralTo !== null && message.ephemeralTo !== user.id) {
      throw new Error(`${user.username} does not see this message`);
    }
    return channel;
  }

  function componentOf(message: Message, customId: string): JsonObject {
    const placed = walkComponents(message.components);
    const found = placed.find(({ component }) => component.custom_id === customId)?.component;
    const there = placed.flatMap(({ component }) => textIn(component.custom_id) ?? []);
    if (found === undefined) throw new Error(`there is no component ${customId}, but ${there.join(', ') || 'none'}`);
    if (found.disabled === true) throw new Error(`the component ${customId} is switched off`);
    return found;
  }

  function onMessage(
    who: Member | User,
    message: Message,
    component: JsonObject,
    values?: readonly string[],
  ): Interaction {
    const user = userOf(who);
    const channel = channelOf(message, user);
    const customId = String(component.custom_id);
    const chosen = values === undefined ? {} : { values, resolved: resolveIds(discord, channel, values) };
    const data = { component_type: component.type, custom_id: customId, id: component.id, ...chosen };
    return start({ kind: interactionKind.component, name: customId, user, channel, message, data });
  }

  return {
    press(who, message, customId) {
      const component = componentOf(message, customId);
      if (component.type !== componentKind.button) throw new Error(`${customId} is not a button`);
      return onMessage(who, message, component);
    },
    choose(who, message, customId, values) {
      const component = componentOf(message, customId);
      if (component.type === componentKind.button) throw new Error(`${customId} is a button`);
      return onMessage(who, message, component, values);
    },
    submitModal(modal, values) {
      const { user, channelId, message } = modal.askedBy;
      const channel = world.channels.get(channelId);
      if (channel === undefined) throw new Error('the channel is gone');
      const data = buildSubmission(discord, channel, modal, values);
      return start({ kind: interactionKind.modal, name: modal.customId, user, channel, message, data });
    },
    offered: (who, channel) => offeredCommands(discord, channel, userOf(who)),
    command(who, channel, name, options = {}) {
      const user = userOf(who);
      const data = buildCommand(discord, channel, user, name, options);
      return start({ kind: interactionKind.command, name, user, channel, data });
    },
    autocomplete(who, channel, name, options, focused) {
      const user = userOf(who);
      const data = buildCommand(discord, channel, user, name, options, focused);
      return start({ kind: interactionKind.autocomplete, name, user, channel, data });
    },
    messageMenu(who, message, name) {
      const user = userOf(who);
      const channel = channelOf(message, user);
      const data = {
        ...buildCommand(discord, channel, user, name, {}, null, 3),
        target_id: message.id,
        resolved: { messages: { [message.id]: renderWhole(discord, message) } },
      };
      return start({ kind: interactionKind.command, name, user, channel, data });
    },
  };
}
