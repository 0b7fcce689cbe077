import type { APIMessageComponentInteraction } from 'discord.js';
import { sayHowToAsk } from '../../../wording/index.ts';
import { escapeText } from '../escape-text.ts';
import type { InteractionHandler } from './interaction.ts';

export function howToAsk(): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'private',
    run: ({ locale, respond }) => respond.answer({ content: escapeText(sayHowToAsk(locale)) }),
  };
}
