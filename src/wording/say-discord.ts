import type { Locale } from '../requests/index.ts';
import { discordArabic } from './discord-arabic.ts';
import { discordEnglish } from './discord-english.ts';
import { fillIn } from './fill-in.ts';
import type { Inserts } from './text.ts';

/** What is said on Discord only, by language. */
export const DISCORD_TEXTS = { en: discordEnglish, ar: discordArabic } as const;
export type DiscordKey = keyof typeof discordEnglish;
type Given<Key extends DiscordKey> = Inserts<(typeof discordEnglish)[Key]>;

/** A text of Discord's in a language; what must be filled in is asked for by the compiler. */
export function sayOnDiscord<Key extends DiscordKey>(
  locale: Locale,
  key: Key,
  ...[inserts]: keyof Given<Key> extends never ? [] : [inserts: Given<Key>]
): string {
  return fillIn(locale, DISCORD_TEXTS[locale][key], inserts);
}
