import { isEnglishWord } from './english-dictionary.ts';

/** Marks without a width of their own, and those that only stretch or vocalise Arabic letters. */
const INVISIBLE = /\p{Cf}|\u0640|[\u064b-\u065f]|\u0670|\u034f|[\ufe00-\ufe0f]/gu;
const ARABIC_LETTERS: ReadonlyMap<string, string> = new Map([
  ...[...'أإآٱ'].map((letter): [string, string] => [letter, 'ا']),
  ...[...'ىی'].map((letter): [string, string] => [letter, 'ي']),
  ['ة', 'ه'],
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ک', 'ك'],
]);
const ARABIC_VARIANT = /[أإآٱىیةؤئک]/g;

/** Letters of other scripts that look like Latin ones. Only the plain cases: enough to undo a disguise. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [...'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwɡgαaβbεeιiκkνvοoρpτtυuχx'.matchAll(/(.)(.)/gu)].map(([, sign, letter]) => [
    sign ?? '',
    letter ?? '',
  ]),
);
const FOREIGN = new RegExp(`[${[...LOOK_ALIKES.keys()].join('')}]`, 'gu');
const LATIN = /[a-z]/;

const LEET: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'g', 7: 't', 8: 'b', 9: 'g' },
    ...{ '@': 'a', $: 's', '!': 'i', '|': 'i', '+': 't', '€': 'e', '(': 'c' },
  }),
);
const SHORTEST_OF_ONE_LETTER = 3;
const MAYBE_DISGUISED = /[a-z0-9@$!|+€(]+/g;
/** `b*mb`, `b#mb`: a letter that is only hinted at. */
const STARRED = /(?<![\p{L}\p{N}*#])([a-z]+)[*#]([a-z]+)(?![\p{L}\p{N}*#])/gu;
/** `b o m b`, `b.o.m.b`, `b-o-m-b`. */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[\s._*\-/]{1,2}\p{L}){2,}(?![\p{L}\p{N}])/gu;
const STRETCHED = /(\p{L})\1{2,}/gu;
const WORD = /\p{L}+/gu;
const MOST_STRETCHES = 4;

/** A text as it was written, in the one form in which patterns are written too. */
export function asWritten(text: string): string {
  return oneArabicSpelling(text.normalize('NFKC').toLowerCase().replace(INVISIBLE, ''))
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s+/g, ' ');
}

/** Alef, yaa and taa marbuta are written in several ways; here they are one. */
export function oneArabicSpelling(text: string): string {
  return text.replace(ARABIC_VARIANT, (letter) => ARABIC_LETTERS.get(letter) ?? letter);
}

/** The same without the usual disguises. Also spoils honest words, so it stands beside the text as written, never for it. */
export function unmasked(written: string): string {
  const parted = written.normalize('NFD');
  const latin = (LATIN.test(parted) ? parted.replace(FOREIGN, (sign) => LOOK_ALIKES.get(sign) ?? sign) : parted)
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
  return latin
    .replace(STARRED, withVowel)
    .replace(MAYBE_DISGUISED, withoutLeet)
    .replace(SPACED, (letters) => withoutArticle(letters.replace(/[^\p{L}]/gu, '')))
    .replace(WORD, withoutStretch);
}

/** `abomb`, put together of `a b o m b`, is a bomb. */
function withoutArticle(run: string): string {
  const rest = run.slice(1);
  return /^[ai]/.test(run) && !isEnglishWord(run) && isEnglishWord(rest) ? `${run[0]} ${rest}` : run;
}

/** `boooomb`, and `shoooting`, which has two of them: what makes a word, else one. */
function withoutStretch(word: string): string {
  const runs = [...word.matchAll(STRETCHED)];
  if (runs.length === 0) return word;
  let shorter = [word];
  for (const [run] of runs.slice(0, MOST_STRETCHES)) {
    const letter = [...run][0] ?? '';
    shorter = shorter.flatMap((each) => [each.replace(run, letter), each.replace(run, letter + letter)]);
  }
  return shorter.find(isEnglishWord) ?? word.replace(STRETCHED, '$1');
}

/** A vowel is what people leave out; the first that makes a word. */
function withVowel(starred: string, before: string, after: string): string {
  const word = [...'uaieo'].map((vowel) => before + vowel + after).find(isEnglishWord);
  return word ?? starred;
}

/**
 * Undoes `b0mb` and `p0rn`. A word needs two letters, or three signs, so that `5s` stays, and what may end one stays there
 * unless a word comes of it.
 */
function withoutLeet(word: string): string {
  const [first, last] = [word.search(/[a-z]/), word.search(/[a-z][^a-z]*$/)];
  // Of one letter and signs, such as 7h3, only what is a word then.
  if (first === last && (first < 0 || word.length < SHORTEST_OF_ONE_LETTER)) return word;
  const ends = (place: number, sign: string) => place > last && '!79(+'.includes(sign);
  const plain = (one: string, toTheEnd: boolean) =>
    [...word]
      .map((sign, place) => (!toTheEnd && ends(place, sign) ? sign : sign === '1' ? one : (LEET.get(sign) ?? sign)))
      .join('');
  // A one stands for an i or an l.
  const letters = word.includes('1') ? ['i', 'l'] : ['i'];
  const readings = [false, true].flatMap((toTheEnd) => letters.map((one) => plain(one, toTheEnd)));
  return readings.find(isEnglishWord) ?? (first === last ? word : plain('i', false));
}
