import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord.js';
import { type AdvanceDependencies, advance, canAppeal, memberKey } from '../../../requests/index.ts';
import { say, sayOnDiscord } from '../../../wording/index.ts';
import { sayInterface } from '../../../wording/say-interface.ts';
import { customId, requestOf } from '../answering/custom-id.ts';
import { escapeText } from '../escape-text.ts';
import type { InteractionHandler } from './interaction.ts';
import { textForm, textIn } from './text-form.ts';

const LONGEST_APPEAL = 1000;

/** The button below what came to nothing: a form for who asked, once. */
export function showAppealForm({
  requests,
}: Pick<AdvanceDependencies, 'requests'>): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'itself',
    async run({ subject, member, locale, respond }) {
      const request = await requests.find(requestOf(subject));
      const answer = (text: string) => respond.answerAtOnce(escapeText(text));
      if (!request) return answer(say(locale, 'not-found'));
      if (memberKey(request.requester) !== memberKey(member)) return answer(say(locale, 'not-yours'));
      if (!canAppeal(request))
        return answer(sayInterface(locale, request.appeal ? 'appealed-before' : 'not-to-appeal'));
      await respond.showForm(
        textForm({
          customId: customId('appeal', subject),
          title: sayOnDiscord(locale, 'appeal-title'),
          label: sayOnDiscord(locale, 'appeal-label'),
          maxLength: LONGEST_APPEAL,
        }),
      );
    },
  };
}

export function takeAppeal(dependencies: AdvanceDependencies): InteractionHandler<APIModalSubmitInteraction> {
  return {
    acknowledge: 'private',
    async run({ payload, subject, member, locale, respond }) {
      const request = await dependencies.requests.find(requestOf(subject));
      const answer = (text: string) => respond.answer({ content: escapeText(text) });
      if (!request) return answer(say(locale, 'not-found'));
      if (memberKey(request.requester) !== memberKey(member)) return answer(say(locale, 'not-yours'));
      const words = textIn(payload).trim();
      const { applies } = await advance(dependencies, request, { kind: 'appealed', words });
      await answer(applies ? say(locale, 'appeal-waiting') : say(locale, 'too-late'));
    },
  };
}
