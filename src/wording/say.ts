import type { Locale } from '../requests/index.ts';
import { fillIn, isolate } from './fill-in.ts';
import { repliesArabic } from './replies-arabic.ts';
import { repliesEnglish } from './replies-english.ts';
import type { Inserts, Said } from './text.ts';

/** What the bot says, by language. */
export const REPLIES = { en: repliesEnglish, ar: repliesArabic } as const;
export type ReplyKey = keyof typeof repliesEnglish;
type Given<Key extends ReplyKey> = Inserts<(typeof repliesEnglish)[Key]>;

/** A text of the bot's in a language; what must be filled in is asked for by the compiler. */
export function say<Key extends ReplyKey>(
  locale: Locale,
  key: Key,
  ...[inserts]: keyof Given<Key> extends never ? [] : [inserts: Given<Key>]
): string {
  return fillIn(locale, REPLIES[locale][key], inserts);
}

/** Several untrusted words, joined as the language joins them: `a, b, or c`. */
export function listOf(locale: Locale, words: readonly string[], type: 'or' | 'and' = 'or'): Said {
  const format = new Intl.ListFormat(locale, { type: type === 'or' ? 'disjunction' : 'conjunction' });
  return { said: format.format(words.map((word) => isolate(locale, word))) };
}

/** From 0 to 1, as whole percent. */
export function percent(locale: Locale, share: number): Said {
  return { said: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share) };
}

/** An amount of US dollars, to the cent or, below ten cents, to the tenth of one. */
export function dollars(locale: Locale, amount: number): Said {
  const maximumFractionDigits = amount > 0 && amount < 0.1 ? 3 : 2;
  return {
    said: new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', maximumFractionDigits }).format(amount),
  };
}

/** A moment in UTC, since nobody told where they are. */
export function moment(locale: Locale, instant: string): Said {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    ...{ timeZone: 'UTC', timeZoneName: 'short' },
  });
  return { said: format.format(new Date(instant)) };
}
