import { Routes } from 'discord.js';
import type { Call } from '../../../calls/call.ts';
import { AdapterError, type Locale } from '../../../requests/index.ts';
import { sayToOperators } from '../../../wording/index.ts';
import { NOBODY } from '../answering/post-body.ts';
import { escapeText } from '../escape-text.ts';
import { extendedNotice } from './call-text.ts';
import type { Operating } from './operating.ts';

/**
 * Says in each server's channel for it that a call has other terms now. Sent once and not tried again: a message that
 * comes twice is worse than one that its operator, who is told, makes up for.
 */
export async function tellExtended(
  { rest, servers, places }: Pick<Operating, 'rest' | 'servers' | 'places'>,
  call: Call,
  locale: Locale,
): Promise<string[]> {
  const wanted = await servers.announceChannels();
  const failed = await Promise.all(
    wanted.map(async ({ guildId, channelId }) => {
      const theirs: Locale = places.languageOf(guildId)?.startsWith('ar') ? 'ar' : 'en';
      try {
        await rest.post(Routes.channelMessages(channelId), {
          body: { content: extendedNotice(theirs, call), allowed_mentions: NOBODY },
        });
        return [];
      } catch (error) {
        if (!(error instanceof AdapterError)) throw error;
        return [channelId];
      }
    }),
  );
  const channels = failed.flat().map((channelId) => `<#${channelId}>`);
  return channels.length === 0 ? [] : [`${escapeText(sayToOperators(locale, 'not-announced'))} ${channels.join(' ')}`];
}
