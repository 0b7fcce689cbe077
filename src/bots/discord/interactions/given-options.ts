import {
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandType,
} from 'discord.js';

export type OptionValue = string | number | boolean;

/** The options of a command, by name, however deep its parts lie. */
export function givenOptions({ data }: APIApplicationCommandInteraction): ReadonlyMap<string, OptionValue> {
  if (data.type !== ApplicationCommandType.ChatInput) return new Map();
  return new Map(valuesOf(data.options ?? []));
}

function valuesOf(options: readonly APIApplicationCommandInteractionDataOption[]): [string, OptionValue][] {
  return options.flatMap((option) => {
    if ('options' in option) return valuesOf(option.options ?? []);
    return 'value' in option ? [[option.name, option.value] as [string, OptionValue]] : [];
  });
}
