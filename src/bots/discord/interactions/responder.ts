import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import type { Row } from '../answering/buttons.ts';
import { NOBODY } from '../answering/post-body.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';

export interface PrivateAnswer {
  /** As it is shown; whatever people wrote in it must be escaped by now. */
  content: string;
  components?: readonly Row[];
  file?: { name: string; data: Buffer; contentType: string };
}

/** The ways to answer an interaction. The first answer is due within 3 seconds; later ones within 15 minutes. */
export interface Responder {
  deferPrivately(): Promise<void>;
  showForm(form: APIModalInteractionResponseCallbackData): Promise<void>;
  suggest(choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<void>;
  /** Fills in what was deferred, or fills it in anew. */
  answer(answer: PrivateAnswer): Promise<void>;
  /** Whether `answer` was called. */
  readonly answered: boolean;
}

/** Twice that is just within the three seconds. */
const ACKNOWLEDGE_WITHIN_MS = 1400;

export function createResponder(rest: DiscordRest, { id, token, application_id }: APIInteraction): Responder {
  let answered = false;
  const once = async (body: { type: InteractionResponseType; data: unknown }) => {
    const signal = AbortSignal.timeout(ACKNOWLEDGE_WITHIN_MS);
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
  };
  const acknowledge = async (type: InteractionResponseType, data: unknown) => {
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
    get answered() {
      return answered;
    },
    deferPrivately: () =>
      acknowledge(InteractionResponseType.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral }),
    showForm: (form) => acknowledge(InteractionResponseType.Modal, form),
    suggest: (choices) => acknowledge(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
    async answer({ content, components = [], file }) {
      answered = true;
      const attachments = file ? [{ id: 0, filename: file.name }] : [];
      await rest.patch(Routes.webhookMessage(application_id, token, '@original'), {
        body: { content, components, allowed_mentions: NOBODY, attachments },
        auth: false,
        ...(file ? { files: [file] } : {}),
      });
    },
  };
}
