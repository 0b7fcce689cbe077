import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { RESOLUTIONS, SOUNDS } from '../../../requests/index.ts';
import { type DiscordKey, say, sayOnDiscord, sayToCurators } from '../../../wording/index.ts';
import { SPANS } from '../interactions/top-clips.ts';

/** What may be asked for; the reading of posts has the same limits. */
export interface ClipChoices {
  /** In seconds. */
  seconds: { min: number; max: number };
  /** In characters. */
  styleLength: number;
}

const SHAPES = [
  ['choice-landscape', '16:9'],
  ['choice-portrait', '9:16'],
  ['choice-square', '1:1'],
] as const satisfies readonly (readonly [DiscordKey, string])[];

/** The message menu's name is what people read, and what Discord calls it back by. */
export const MENU_NAME = sayOnDiscord('en', 'command-menu');

/** Discord's API knows Arabic as a language, though its clients do not offer it to all; discord.js has no name for it. */
const inArabic = (text: string) => ({ ar: text }) as LocalizationMap;
type Plain = { [Key in DiscordKey]: Key }[Extract<DiscordKey, `${'command' | 'option' | 'choice'}-${string}`>];
const described = (key: Plain) => ({
  description: sayOnDiscord('en', key),
  description_localizations: inArabic(sayOnDiscord('ar', key)),
});
const choice = (key: Plain, value: string) => ({
  name: sayOnDiscord('en', key),
  name_localizations: inArabic(sayOnDiscord('ar', key)),
  value,
});

const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** The commands for everybody, as they are registered. */
export function memberCommands({ seconds, styleLength }: ClipChoices): RESTPostAPIApplicationCommandsJSONBody[] {
  const { String: text, Integer, Attachment, Subcommand } = ApplicationCommandOptionType;
  return [
    {
      name: 'clip',
      type: ApplicationCommandType.ChatInput,
      ...everywhere,
      ...described('command-clip'),
      options: [
        { type: text, name: 'prompt', ...described('option-prompt'), required: true, max_length: 2000 },
        {
          type: text,
          name: 'shape',
          ...described('option-shape'),
          choices: SHAPES.map(([key, value]) => choice(key, value)),
        },
        {
          type: Integer,
          name: 'seconds',
          ...described('option-seconds'),
          min_value: seconds.min,
          max_value: seconds.max,
        },
        {
          type: text,
          name: 'resolution',
          ...described('option-resolution'),
          choices: RESOLUTIONS.map((each) => ({ name: `${each}p`, value: `${each}p` })),
        },
        { type: text, name: 'style', ...described('option-style'), autocomplete: true, max_length: styleLength },
        {
          type: text,
          name: 'sound',
          ...described('option-sound'),
          choices: SOUNDS.map((sound) => ({
            name: say('en', `sound-${sound}`),
            name_localizations: inArabic(say('ar', `sound-${sound}`)),
            value: sound,
          })),
        },
        { type: Integer, name: 'seed', ...described('option-seed'), min_value: 0, max_value: 2 ** 31 - 1 },
        { type: Attachment, name: 'picture', ...described('option-picture') },
      ],
    },
    {
      name: 'my',
      type: ApplicationCommandType.ChatInput,
      ...everywhere,
      ...described('command-my'),
      options: [
        { type: Subcommand, name: 'requests', ...described('command-my-requests') },
        { type: Subcommand, name: 'data', ...described('command-my-data') },
        {
          type: Subcommand,
          name: 'link',
          ...described('command-my-link'),
          options: [{ type: text, name: 'code', ...described('option-code'), max_length: 40 }],
        },
      ],
    },
    {
      name: 'top',
      type: ApplicationCommandType.ChatInput,
      ...everywhere,
      ...described('command-top'),
      options: [
        {
          type: text,
          name: 'since',
          ...described('option-since'),
          choices: SPANS.map((span) => choice(`choice-${span}`, span)),
        },
      ],
    },
    {
      name: MENU_NAME,
      type: ApplicationCommandType.Message,
      ...everywhere,
      name_localizations: inArabic(sayOnDiscord('ar', 'command-menu')),
    },
  ];
}

/** The commands for curators. Who is one is looked up when they are used: a server's roles are no permissions. */
export function curatorCommands(): RESTPostAPIApplicationCommandsJSONBody[] {
  return [
    {
      name: 'review',
      type: ApplicationCommandType.ChatInput,
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      description: sayToCurators('en', 'command-review'),
      description_localizations: inArabic(sayToCurators('ar', 'command-review')),
    },
  ];
}
