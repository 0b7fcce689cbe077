import type { APIApplicationCommandAutocompleteInteraction } from 'discord.js';
import { STYLES } from '../../../wording/index.ts';
import type { InteractionHandler } from './interaction.ts';

/** Discord's most for suggestions. */
const MOST = 25;

/** Styles that begin like what is written so far, then those that have it somewhere; any other may be written too. */
export function suggestStyles(): InteractionHandler<APIApplicationCommandAutocompleteInteraction> {
  return {
    acknowledge: 'itself',
    async run({ payload, locale, respond }) {
      const focused = payload.data.options.find((option) => 'focused' in option && option.focused);
      const written = focused && 'value' in focused ? String(focused.value).trim().toLowerCase() : '';
      const arabic = locale === 'ar' || /\p{Script=Arabic}/u.test(written);
      const styles = STYLES[arabic ? 'ar' : 'en'];
      const fitting = [
        ...styles.filter((style) => style.startsWith(written)),
        ...styles.filter((style) => !style.startsWith(written) && style.includes(written)),
      ];
      await respond.suggest(fitting.slice(0, MOST).map((style) => ({ name: style, value: style })));
    },
  };
}
