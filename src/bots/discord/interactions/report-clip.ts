import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord.js';
import type { Member } from '../../../requests/index.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { customId, requestOf } from '../answering/custom-id.ts';
import type { InteractionHandler } from './interaction.ts';
import { textForm, textIn } from './text-form.ts';

/** What a person finds wrong with a clip. `words` is untrusted text. */
export interface ClipReport {
  requestId: string;
  reporter: Member;
  words: string;
}

/** The report button: a form that asks what is wrong. */
export function showReportForm(): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'itself',
    run: ({ subject, locale, respond }) =>
      respond.showForm(
        textForm({
          customId: customId('report', subject),
          title: sayOnDiscord(locale, 'report-title'),
          label: sayOnDiscord(locale, 'report-label'),
          maxLength: 1000,
        }),
      ),
  };
}

export function takeReport(
  report: (report: ClipReport) => Promise<void>,
): InteractionHandler<APIModalSubmitInteraction> {
  return {
    acknowledge: 'private',
    async run({ payload, subject, member, locale, respond }) {
      await report({ requestId: requestOf(subject), reporter: member, words: textIn(payload) });
      await respond.answer({ content: sayOnDiscord(locale, 'reported') });
    },
  };
}
