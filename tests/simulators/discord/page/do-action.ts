import type { CommandOptions } from '../controls/build-command.ts';
import type { Submitted } from '../controls/build-submission.ts';
import type { Attached } from '../controls/writing.ts';
import type { DiscordSimulator } from '../discord-simulator.ts';
import { answerWithinMs, type Interaction, type Modal } from '../interactions/interaction.ts';
import type { Channel, Message, User } from '../world/world.ts';
import type { Action, ActionFile } from './action.ts';
import type { Cast } from './cast.ts';
import { makeTrouble } from './make-trouble.ts';
import type { Outcome } from './page-contract.ts';
import { writeMentions } from './write-mentions.ts';

/** Does what a person did on the page, by the simulator's own controls. */
export function createDoAction(simulator: DiscordSimulator, cast: Cast) {
  const forms = new Map<string, Modal>();

  async function answerOf(interaction: Interaction): Promise<Outcome> {
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const deadline = setTimeout(resolve, answerWithinMs, null);
    const answer = await Promise.race([interaction.answered, late]);
    clearTimeout(deadline);
    if (answer === null) return { outcome: 'failed' };
    if (answer.kind === 'choices') return { outcome: 'choices', choices: [...answer.choices] };
    if (answer.kind !== 'modal') return { outcome: 'done' };
    const { modal } = answer;
    forms.set(interaction.token, modal);
    return { outcome: 'form', form: { id: interaction.token, title: modal.title, components: [...modal.components] } };
  }

  function interact(action: Action, who: User, channel: Channel): Interaction | null {
    switch (action.do) {
      case 'press':
        return simulator.press(who, messageIn(simulator, channel, who, action.message), action.component);
      case 'choose':
        return simulator.choose(
          who,
          messageIn(simulator, channel, who, action.message),
          action.component,
          action.values,
        );
      case 'menu':
        return simulator.messageMenu(who, messageIn(simulator, channel, who, action.message), action.name);
      case 'command':
        return simulator.command(who, channel, action.name, optionsOf(action.options));
      case 'suggest':
        return simulator.autocomplete(who, channel, action.name, optionsOf(action.options), action.focused);
      case 'submit':
        return submit(action, who);
      default:
        return null;
    }
  }

  function submit({ form, values }: Extract<Action, { do: 'submit' }>, who: User): Interaction {
    const modal = forms.get(form);
    if (modal === undefined || modal.askedBy.user.id !== who.id) throw new Error('the form is no longer open');
    const interaction = simulator.submitModal(modal, valuesOf(values));
    forms.delete(form);
    return interaction;
  }

  function write(action: Action, who: User, channel: Channel): void {
    if (action.do === 'say') {
      const answered = action.answers === null ? null : messageIn(simulator, channel, who, action.answers);
      simulator.say(who, channel, writeMentions(simulator, cast, action.text), {
        attachments: action.files.map(attached),
        ...(answered === null ? {} : { replyTo: answered }),
      });
      return;
    }
    if (action.do !== 'edit' && action.do !== 'remove') return;
    const message = messageIn(simulator, channel, who, action.message);
    if (message.author.id !== who.id) throw new Error('this message is not yours');
    if (action.do === 'edit') simulator.edit(message, writeMentions(simulator, cast, action.text));
    else simulator.remove(message);
  }

  return async (action: Action): Promise<Outcome> => {
    try {
      const { who, channel } = placeOf(simulator, cast, action);
      if (action.do === 'trouble') {
        makeTrouble(simulator, cast, action);
        return { outcome: 'done' };
      }
      const interaction = interact(action, who, channel);
      if (interaction !== null) return await answerOf(interaction);
      write(action, who, channel);
      return { outcome: 'done' };
    } catch (error) {
      return { outcome: 'refused', why: error instanceof Error ? error.message : String(error) };
    }
  };
}

function placeOf({ all }: DiscordSimulator, { people }: Cast, { as, channel: id }: Action) {
  const who = people.find(({ member }) => member.user.id === as)?.member.user;
  const channel = all.channels.get(id);
  if (who === undefined || channel === undefined) throw new Error('the person or the channel is gone');
  return { who, channel };
}

function messageIn(simulator: DiscordSimulator, channel: Channel, who: User, id: string): Message {
  const message = simulator.visible(channel, who).find((each) => each.id === id);
  if (message === undefined) throw new Error('the message is gone');
  return message;
}

function attached({ name, type, data }: ActionFile): Attached {
  return { name, contentType: type, bytes: Buffer.from(data, 'base64') };
}

function optionsOf(options: Extract<Action, { do: 'command' }>['options']): CommandOptions {
  const given = Object.entries(options);
  return Object.fromEntries(given.map(([name, value]) => [name, typeof value === 'object' ? attached(value) : value]));
}

function valuesOf(values: Extract<Action, { do: 'submit' }>['values']): Submitted {
  const submitted = (value: (typeof values)[string]): Submitted[string] => {
    if (!Array.isArray(value)) return value;
    const files = value.filter((one) => typeof one === 'object');
    return files.length > 0 ? files.map(attached) : value.filter((one) => typeof one === 'string');
  };
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, submitted(value)]));
}
