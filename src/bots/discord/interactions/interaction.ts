import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import type { Locale, Member } from '../../../requests/index.ts';
import type { Responder } from './responder.ts';

/** What a person did with the bot, and the way to answer them. */
export interface Interaction<Payload extends APIInteraction = APIInteraction> {
  payload: Payload;
  member: Member;
  locale: Locale;
  /** What stands behind the action in a component's or a form's id; empty for commands. */
  subject: string;
  respond: Responder;
}

export interface InteractionHandler<Payload extends APIInteraction> {
  /**
   * `private`: acknowledged at once, before anything else is done, so that only the person sees the answer; `update`:
   * the same, and the answer may change the message that was pressed on; `itself`: the handler's own answer is the
   * acknowledgement, as a form's must be, and is due within 3 seconds.
   */
  acknowledge: 'private' | 'update' | 'itself';
  run(interaction: Interaction<Payload>): Promise<void>;
}

/** Who answers what: commands by name (`clip`, or with their parts `opencall call open`), components and forms by the action in their `custom_id`. */
export interface InteractionHandlers {
  commands: Readonly<Record<string, InteractionHandler<APIApplicationCommandInteraction>>>;
  suggestions: Readonly<Record<string, InteractionHandler<APIApplicationCommandAutocompleteInteraction>>>;
  components: Readonly<Record<string, InteractionHandler<APIMessageComponentInteraction>>>;
  forms: Readonly<Record<string, InteractionHandler<APIModalSubmitInteraction>>>;
}
