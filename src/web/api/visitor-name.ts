import { countGraphemes } from '../../bots/reading/count-graphemes.ts';
import type { Locale } from '../../requests/index.ts';
import { sayGuest } from '../../wording/say-interface.ts';
import type { ProblemCode } from './problems.ts';

export const NAME_LIMIT = 32;

/** Direction marks could turn the text around a name; zero-width ones make two names look the same. Joiners stay. */
const UNSEEN = /[\p{Cc}\u061c\u00ad\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Letters of other scripts and signs that pass for Latin ones in the bot's name. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({ o: '0оοօס০०๐ο', p: 'рρ', e: '3еεҽ', n: 'пոη', c: 'сϲς', a: '4@аαɑ', l: '1|!iіıӏΙ׀ⅼ' }).flatMap(
    ([plain, others]) => [...others].map((other): [string, string] => [other, plain]),
  ),
);

export type CleanName = { ok: true; name: string } | { ok: false; why: Extract<ProblemCode, `name-${string}`> };

/** A visitor's name as it may be shown beside others'. */
export function cleanName(given: string): CleanName {
  const name = given.toWellFormed().normalize('NFC').replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) return { ok: false, why: 'name-empty' };
  if (countGraphemes(name) > NAME_LIMIT || name.length > NAME_LIMIT * 8) return { ok: false, why: 'name-too-long' };
  if (skeleton(name).includes(skeleton('opencall'))) return { ok: false, why: 'name-taken-by-bot' };
  return { ok: true, name };
}

function skeleton(name: string): string {
  const folded = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const plain = [...folded].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
  return plain.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The name of a visitor who has not chosen one: the same number each time. */
export function guestName(id: string, locale: Locale): string {
  let number = 7;
  for (const letter of id) number = (number * 31 + letter.charCodeAt(0)) % 9000;
  return sayGuest(locale, 1000 + number);
}
