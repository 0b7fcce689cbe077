import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord.js';
import type { RequestStore } from '../../../requests/index.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { customId, requestOf } from '../answering/custom-id.ts';
import { commandRef, messageRef } from '../post-refs.ts';
import { momentOf } from '../snowflake.ts';
import type { AskThrough } from './ask-through.ts';
import type { InteractionHandler } from './interaction.ts';
import { textForm, textIn } from './text-form.ts';

/** The remix button: a form with the prompt in it, to be changed. */
export function showRemixForm(
  requests: Pick<RequestStore, 'find'>,
): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'itself',
    async run({ subject, locale, respond }) {
      const request = await requests.find(requestOf(subject)).catch(() => null);
      const made = request && 'approval' in request ? request.approval?.prompt : undefined;
      await respond.showForm(
        textForm({
          customId: customId('remix', subject),
          title: sayOnDiscord(locale, 'remix-title'),
          label: sayOnDiscord(locale, 'remix-label'),
          value: made ?? request?.prompt ?? '',
        }),
      );
    },
  };
}

/** The form sent: a request of its own, whose parent is the clip below which the button stood. */
export function askForRemix(ask: AskThrough): InteractionHandler<APIModalSubmitInteraction> {
  return {
    acknowledge: 'private',
    async run(interaction) {
      const { payload } = interaction;
      if (!payload.channel) return;
      const post = {
        ref: commandRef(payload.id, payload.channel.id),
        text: `@opencall ${textIn(payload)}`,
        inReplyTo: payload.message ? messageRef(payload.message) : null,
        postedAt: new Date(momentOf(payload.id)).toISOString(),
      };
      await ask(interaction, 'mentioned', post, { outcome: 'none' });
    },
  };
}
