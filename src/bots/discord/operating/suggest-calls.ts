import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataOption,
} from 'discord.js';
import { type Call, isOpen, STANDING_CALL_ID } from '../../../calls/call.ts';
import { stateOf } from '../../../calls/state-of.ts';
import type { InteractionHandler } from '../interactions/interaction.ts';
import { themeOf } from './call-text.ts';
import { findOperator } from './find-operator.ts';
import type { Operating } from './operating.ts';

/** Discord's most for suggestions, and for the name of one. */
const MOST = 25;
const LONGEST_NAME = 100;

type Option = APIApplicationCommandInteractionDataOption & { focused?: boolean };

/** What can be closed, or called off. */
const CLOSABLE: readonly ReturnType<typeof stateOf>[] = ['not-open-yet', 'open', 'paused'];

/** The calls that can be meant, the newest first. */
export function suggestCalls(
  operating: Operating,
  which: 'closable' | 'all',
): InteractionHandler<APIApplicationCommandAutocompleteInteraction> {
  return {
    acknowledge: 'itself',
    async run(interaction) {
      const { payload, locale, respond } = interaction;
      const server = await findOperator(interaction, operating, 'house');
      if (typeof server === 'string') return respond.suggest([]);
      const now = operating.clock();
      const written = focusedText(payload.data.options).toLowerCase();
      const fits = (call: Call) =>
        call.id !== STANDING_CALL_ID &&
        (which === 'all' || CLOSABLE.includes(stateOf(call, now))) &&
        themeOf(locale, call).toLowerCase().includes(written);
      const found = (await operating.calls.list()).filter(fits).toReversed();
      // Open ones are meant more often than those that are over.
      const sorted = found.toSorted((one, other) => Number(isOpen(other, now)) - Number(isOpen(one, now)));
      await respond.suggest(
        sorted.slice(0, MOST).map((call) => ({ name: themeOf(locale, call).slice(0, LONGEST_NAME), value: call.id })),
      );
    },
  };
}

function focusedText(options: readonly Option[]): string {
  for (const option of options) {
    if ('options' in option && option.options) return focusedText(option.options);
    if (option.focused && 'value' in option) return String(option.value).trim();
  }
  return '';
}
