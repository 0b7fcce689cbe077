import type { APIMessageComponentInteraction } from 'discord.js';
import { sayInterface } from '../../../wording/say-interface.ts';
import { escapeText } from '../escape-text.ts';
import type { InteractionHandler } from '../interactions/interaction.ts';
import type { Curating } from './curating.ts';
import { findPressed } from './find-curator.ts';
import { localeOfCard, showCard } from './show-card.ts';

/** Has what was asked translated into the card's language, for all who read it there. Nothing is decided by it. */
export function translateByPress(curating: Curating): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'update',
    async run(interaction) {
      const pressed = await findPressed(interaction, curating);
      if (pressed === null) return;
      const { curator, request, subject } = pressed;
      const made = await curating.translate(request, await localeOfCard(interaction, curating));
      if (made.standing === 'failed') {
        await interaction.respond.answer({ content: escapeText(sayInterface(interaction.locale, 'no-translation')) });
      }
      await showCard(interaction, curating, { requestId: request.id, key: subject.key, curator });
    },
  };
}
