import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import type { Row } from '../answering/buttons.ts';
import { NOBODY } from '../answering/post-body.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';

/** What takes the place of all that a message shows: components that need the flag for them, and files they show. */
export interface Shown {
  components: readonly APIMessageTopLevelComponent[];
  files: readonly { name: string; data: Buffer; contentType: string; description?: string }[];
}

export interface PrivateAnswer {
  /** As it is shown; whatever people wrote in it must be escaped by now. */
  content: string;
  components?: readonly Row[];
  file?: { name: string; data: Buffer; contentType: string };
}

/** The ways to answer an interaction. The first answer is due within 3 seconds; later ones within 15 minutes. */
export interface Responder {
  deferPrivately(): Promise<void>;
  /** The message that was pressed on stays as it is until `show`; `answer` comes beside it, to the person alone. */
  deferUpdate(): Promise<void>;
  /** Instead of a form that cannot be shown, to the person alone. */
  answerAtOnce(content: string): Promise<void>;
  showForm(form: APIModalInteractionResponseCallbackData): Promise<void>;
  suggest(choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<void>;
  /** Fills in what was deferred, or fills it in anew. */
  answer(answer: PrivateAnswer): Promise<void>;
  /** Fills in what was deferred with components; after `deferUpdate`, the message that was pressed on. */
  show(shown: Shown): Promise<void>;
  /** Whether the first answer was at least begun. */
  readonly acknowledged: boolean;
  /** Whether `answer` was called. */
  readonly answered: boolean;
}

/** Twice that is just within the three seconds. */
const ACKNOWLEDGE_WITHIN_MS = 1400;

export function createResponder(rest: DiscordRest, { id, token, application_id }: APIInteraction): Responder {
  let acknowledged = false;
  let answered = false;
  let beside = false;
  const once = async (body: { type: InteractionResponseType; data: unknown }) => {
    const signal = AbortSignal.timeout(ACKNOWLEDGE_WITHIN_MS);
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
  };
  const acknowledge = async (type: InteractionResponseType, data: unknown) => {
    acknowledged = true;
    try {
      await once({ type, data });
    } catch (error) {
      if (!(error instanceof AdapterError) || !error.retryable) throw error;
      await once({ type, data }).catch((again: unknown) => {
        // The first one got through, and only Discord's answer to it was lost.
        if (!(again instanceof AdapterError) || again.code !== 'already-acknowledged') throw again;
      });
    }
  };
  return {
    get acknowledged() {
      return acknowledged;
    },
    get answered() {
      return answered;
    },
    deferPrivately: () =>
      acknowledge(InteractionResponseType.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral }),
    async deferUpdate() {
      beside = true;
      await acknowledge(InteractionResponseType.DeferredMessageUpdate, undefined);
    },
    answerAtOnce: (content) =>
      acknowledge(InteractionResponseType.ChannelMessageWithSource, {
        content,
        flags: MessageFlags.Ephemeral,
        allowed_mentions: NOBODY,
      }),
    showForm: (form) => acknowledge(InteractionResponseType.Modal, form),
    suggest: (choices) => acknowledge(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
    async answer({ content, components = [], file }) {
      answered = true;
      const attachments = file ? [{ id: 0, filename: file.name }] : [];
      const body = { content, components, allowed_mentions: NOBODY, attachments };
      const sent = { auth: false, ...(file ? { files: [file] } : {}) };
      if (beside) {
        const toThemAlone = { ...body, flags: MessageFlags.Ephemeral };
        await rest.post(Routes.webhook(application_id, token), { ...sent, body: toThemAlone });
      } else await rest.patch(Routes.webhookMessage(application_id, token, '@original'), { ...sent, body });
    },
    async show({ components, files }) {
      answered = true;
      const attachments = files.map(({ name, description }, index) => ({
        id: index,
        filename: name,
        ...(description ? { description } : {}),
      }));
      await rest.patch(Routes.webhookMessage(application_id, token, '@original'), {
        body: { flags: MessageFlags.IsComponentsV2, components, allowed_mentions: NOBODY, attachments },
        auth: false,
        files: files.map(({ name, data, contentType }) => ({ name, data, contentType })),
      });
    },
  };
}
