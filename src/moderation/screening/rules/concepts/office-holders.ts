import type { Terms } from './terms.ts';

const OFFICES = [
  'president',
  'prime minister',
  'chancellor',
  'king',
  'queen',
  'prince',
  'leader',
  'supreme leader',
  'dictator',
  'first lady',
];
const ARABIC_OFFICES = ['رئيس', 'رئيسة', 'ملك', 'ملكة', 'رئيس وزراء', 'رئيسة وزراء', 'زعيم'];

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Names of the world's countries in a language, as Unicode's CLDR has them and Node brings them. */
function countryNames(language: string): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((first) => LETTERS.flatMap((second) => names.of(first + second) ?? []));
}

/** Whoever holds an office needs no name: "the president of France". */
export const officeHolders: Terms = termsOf(
  OFFICES.map((office) => `${office} of`),
  [...countryNames('en'), 'England', 'Scotland', 'Wales', 'America', 'the United States', 'the United Kingdom'],
);

export const arabicOfficeHolders: Terms = termsOf(ARABIC_OFFICES, countryNames('ar'));

function termsOf(offices: readonly string[], countries: readonly string[]): Terms {
  return offices.flatMap((office) => countries.map((country) => `${office} ${country.replaceAll(',', ' ')}`)).join(',');
}
