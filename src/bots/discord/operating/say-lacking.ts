import { AdapterError, type Locale } from '../../../requests/index.ts';
import { sayToOperators } from '../../../wording/index.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { escapeText } from '../escape-text.ts';
import { chosenChannels, lookAtChosen } from '../examination/look-at-chosen.ts';
import type { DiscordServer } from '../servers/discord-server.ts';

/** What the bot may not do in the channels that were just chosen, a line each; whoever chose them can mend it at once. */
export async function sayLacking(
  locale: Locale,
  server: DiscordServer,
  rest: DiscordRest,
  botId: string,
): Promise<string[]> {
  try {
    const looked = await lookAtChosen(rest, chosenChannels([server], [], new Date(0)), botId);
    return looked.flatMap(({ chosen, missing }) => {
      if (missing === 'gone' || missing.length === 0) return [];
      const permissions = { said: missing.map((name) => `“${name}”`).join(', ') };
      return [`**${escapeText(sayToOperators(locale, 'setup-lacking', { permissions }))}** <#${chosen.id}>`];
    });
  } catch (error) {
    // It is saved; that it could not be looked at is no news.
    if (error instanceof AdapterError) return [];
    throw error;
  }
}
