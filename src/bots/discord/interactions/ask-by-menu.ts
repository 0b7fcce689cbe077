import { type APIApplicationCommandInteraction, type APIAttachment, ApplicationCommandType } from 'discord.js';
import { UNKNOWN_STANDING } from '../../../calls/standing.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { escapeText } from '../escape-text.ts';
import { hearMessage } from '../hearing/hear-message.ts';
import type { PictureReading } from '../hearing/read-picture.ts';
import type { AskThrough } from './ask-through.ts';
import type { InteractionHandler } from './interaction.ts';

type ReadPicture = (attachments: readonly APIAttachment[]) => Promise<PictureReading>;

/**
 * The message menu "Ask for a clip". Used again on the same message it takes in what was changed since: Discord does
 * not show us the edits of messages that do not mention us.
 */
export function askByMenu(
  ask: AskThrough,
  readPicture: ReadPicture,
): InteractionHandler<APIApplicationCommandInteraction> {
  return {
    acknowledge: 'private',
    async run(interaction) {
      const { payload, member, locale, respond } = interaction;
      if (payload.data.type !== ApplicationCommandType.Message) return;
      const message = payload.data.resolved.messages[payload.data.target_id];
      if (message?.author.id !== member.id) {
        return respond.answer({ content: escapeText(sayOnDiscord(locale, 'menu-not-yours')) });
      }
      const picture = await readPicture(message.attachments);
      const withoutPicture = { ...message, attachments: [] };
      const readNone = async (): Promise<PictureReading> => ({ outcome: 'none' });
      const post = await hearMessage(withoutPicture, {
        botId: payload.application_id,
        guildId: payload.guild_id ?? null,
        language: null,
        readPicture: readNone,
        // Read where it is asked, for all ways of asking.
        readStanding: async () => UNKNOWN_STANDING,
      });
      if (post) await ask(interaction, 'edited', post, picture);
    },
  };
}
