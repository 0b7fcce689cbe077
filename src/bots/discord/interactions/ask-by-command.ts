import {
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIAttachment,
  ApplicationCommandType,
} from 'discord.js';
import type { PictureReading } from '../hearing/read-picture.ts';
import { commandRef } from '../post-refs.ts';
import { momentOf } from '../snowflake.ts';
import type { AskThrough } from './ask-through.ts';
import type { InteractionHandler } from './interaction.ts';

type ReadPicture = (attachments: readonly APIAttachment[]) => Promise<PictureReading>;

/** The command's options by the names under which a post gives them. */
const OPTIONS: readonly (readonly [string, string])[] = [
  ['shape', 'ar'],
  ['seconds', 'seconds'],
  ['resolution', 'resolution'],
  ['style', 'style'],
  ['sound', 'sound'],
  ['seed', 'seed'],
];

/** `/clip`: read as the post that says the same. */
export function askByCommand(
  ask: AskThrough,
  readPicture: ReadPicture,
): InteractionHandler<APIApplicationCommandInteraction> {
  return {
    acknowledge: 'private',
    async run(interaction) {
      const { payload } = interaction;
      if (payload.data.type !== ApplicationCommandType.ChatInput) return;
      const given = new Map((payload.data.options ?? []).map((option) => [option.name, givenValue(option)]));
      const attachment = payload.data.resolved?.attachments?.[given.get('picture') ?? ''];
      const options = OPTIONS.flatMap(([name, written]) => {
        const value = given.get(name);
        return value === undefined
          ? []
          : [`--${written} ${/\s/.test(value) ? `"${value.replaceAll('"', ' ')}"` : value}`];
      });
      const post = {
        ref: commandRef(payload.id, payload.channel.id),
        text: ['@opencall', given.get('prompt') ?? '', ...options].join(' '),
        inReplyTo: null,
        postedAt: new Date(momentOf(payload.id)).toISOString(),
      };
      await ask(interaction, 'mentioned', post, await readPicture(attachment ? [attachment] : []));
    },
  };
}

export function givenValue(option: APIApplicationCommandInteractionDataOption): string {
  return 'value' in option ? String(option.value) : '';
}
