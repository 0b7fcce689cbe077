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
const MAYBE_DISGUISED = /[a-z0-9@$!|+€(]+/g;
/** `b o m b`, `b.o.m.b`, `b-o-m-b`. */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[\s._*\-/]{1,2}\p{L}){2,}(?![\p{L}\p{N}])/gu;
const STRETCHED = /(\p{L})\1{2,}/gu;

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
  const bare = written
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
  const latin = LATIN.test(bare) ? bare.replace(FOREIGN, (sign) => LOOK_ALIKES.get(sign) ?? sign) : bare;
  return latin
    .replace(MAYBE_DISGUISED, withoutLeet)
    .replace(SPACED, (letters) => withoutArticle(letters.replace(/[^\p{L}]/gu, '')))
    .replace(STRETCHED, '$1');
}

/** `abomb`, put together of `a b o m b`, is a bomb. */
function withoutArticle(run: string): string {
  const rest = run.slice(1);
  return /^[ai]/.test(run) && !isEnglishWord(run) && isEnglishWord(rest) ? `${run[0]} ${rest}` : run;
}

/** Undoes `b0mb` and `p0rn`. A word needs two letters at least, so that `5s` stays, and no exclamation mark ends one. */
function withoutLeet(word: string): string {
  const [first, last] = [word.search(/[a-z]/), word.search(/[a-z][^a-z]*$/)];
  if (first === last) return word;
  const plain = (one: string) =>
    [...word]
      .map((sign, place) =>
        place > last && '!79(+'.includes(sign) ? sign : sign === '1' ? one : (LEET.get(sign) ?? sign),
      )
      .join('');
  // A one stands for an i or an l.
  const usual = plain('i');
  const other = word.includes('1') ? plain('l') : usual;
  return !isEnglishWord(usual) && isEnglishWord(other) ? other : usual;
}
