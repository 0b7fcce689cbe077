import type { Locale } from '../requests/index.ts';
import type { Insert, Text } from './text.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const pluralRules = { en: new Intl.PluralRules('en'), ar: new Intl.PluralRules('ar') };
const numbers = { en: new Intl.NumberFormat('en'), ar: new Intl.NumberFormat('ar') };

/** A text in a language with everything filled in. */
export function fillIn(locale: Locale, text: Text, inserts: Readonly<Record<string, Insert>> = {}): string {
  return formFor(locale, text, inserts.count)
    .replace(/`([^`]*)`/g, (_, code: string) => leftToRight(locale, code))
    .replace(/\{(\w+)\}/g, (place, name: string) => {
      const insert = inserts[name];
      if (insert === undefined) return place;
      if (typeof insert === 'number') return numbers[locale].format(insert);
      return typeof insert === 'string' ? isolate(locale, insert) : insert.said;
    });
}

/**
 * Keeps an untrusted text's direction to itself, so that a name or a prompt in another script does not rearrange the
 * sentence around it. Its own direction marks are taken out, since they could reach beyond it.
 */
export function isolate(locale: Locale, text: string): string {
  const plain = text.replace(BIDI_CONTROLS, '');
  const harmless = locale === 'en' && !RIGHT_TO_LEFT.test(plain);
  return harmless ? plain : FIRST_STRONG_ISOLATE + plain + POP_ISOLATE;
}

/** Options and examples read from left to right in every language. */
function leftToRight(locale: Locale, code: string): string {
  return locale === 'en' ? code : LEFT_TO_RIGHT_ISOLATE + code + POP_ISOLATE;
}

function formFor(locale: Locale, text: Text, count: Insert | undefined): string {
  if (typeof text === 'string') return text;
  if (typeof count !== 'number') return text.other;
  if (count === 0 && text.zero !== undefined) return text.zero;
  return text[pluralRules[locale].select(count)] ?? text.other;
}
