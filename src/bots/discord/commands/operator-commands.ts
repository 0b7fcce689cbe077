import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { type OperatingKey, sayToOperators } from '../../../wording/index.ts';
import { LIMIT_OPTIONS } from '../operating/limits-command.ts';

const described = (key: Extract<OperatingKey, `${'command' | 'option'}-${string}`>) => ({
  description: sayToOperators('en', key),
  // Discord's API knows Arabic as a language; discord.js has no name for it.
  description_localizations: { ar: sayToOperators('ar', key) } as LocalizationMap,
});

/** The command of those who run it. Who may use it is looked up each time; `0` has it offered to admins alone. */
export function operatorCommands(): RESTPostAPIApplicationCommandsJSONBody[] {
  const { Boolean: yesOrNo, Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
  const whichCall = {
    type: ApplicationCommandOptionType.String as const,
    name: 'call',
    ...described('option-call'),
    required: true,
    autocomplete: true as const,
  };
  const opens = { type: ApplicationCommandOptionType.String as const, name: 'opens', ...described('option-opens') };
  const limits = LIMIT_OPTIONS.map(({ option, least, most }) => ({
    type: ApplicationCommandOptionType.Integer as const,
    name: option,
    ...described(`option-${option}`),
    min_value: least,
    max_value: most,
  }));
  return [
    {
      name: 'opencall',
      type: ApplicationCommandType.ChatInput,
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions: '0',
      ...described('command-opencall'),
      options: [
        { type: Subcommand, name: 'setup', ...described('command-setup') },
        {
          type: SubcommandGroup,
          name: 'call',
          ...described('command-call'),
          options: [
            { type: Subcommand, name: 'open', ...described('command-call-open'), options: [opens] },
            { type: Subcommand, name: 'close', ...described('command-call-close'), options: [whichCall] },
            { type: Subcommand, name: 'extend', ...described('command-call-extend'), options: [whichCall] },
            { type: Subcommand, name: 'announce', ...described('command-call-announce'), options: [whichCall] },
          ],
        },
        { type: Subcommand, name: 'pause', ...described('command-pause') },
        { type: Subcommand, name: 'resume', ...described('command-resume') },
        { type: Subcommand, name: 'status', ...described('command-status') },
        {
          type: Subcommand,
          name: 'limits',
          ...described('command-limits'),
          options: [...limits, { type: yesOrNo, name: 'reset', ...described('option-reset') }],
        },
      ],
    },
  ];
}
