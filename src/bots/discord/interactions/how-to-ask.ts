import type { APIMessageComponentInteraction } from 'discord.js';
import { sayHowToAsk } from '../../../wording/index.ts';
import { escapeText, mentionBot } from '../escape-text.ts';
import type { InteractionHandler } from './interaction.ts';

export function howToAsk(): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'private',
    run: ({ payload, locale, respond }) =>
      respond.answer({ content: mentionBot(escapeText(sayHowToAsk(locale)), payload.application_id) }),
  };
}
