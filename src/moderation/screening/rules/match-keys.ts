import { isEnglishWord } from '../../../generation/prompt-words/english-dictionary.ts';

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
const HAS_MARK = /\p{M}/u;
const LATIN_MARKS = /(?<=[\p{Script=Latin}\p{Script=Common}])\p{M}+/gu;
const ONLY_ASCII = /^[\0-\x7f]*$/;

const LEET: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'g', 7: 't', 8: 'b', 9: 'g' },
    ...{ '@': 'a', $: 's', '!': 'i', '|': 'i', '+': 't', '€': 'e', '£': 'l', '(': 'c', '<': 'c' },
  }),
);
const MOST_ONES = 4;
/** In all words of a text that have ones; of those after them the likeliest reading only. */
const MOST_READINGS = 64;
const MAY_END = /[!79(<+]*$/;
const SHORTEST_OF_ONE_LETTER = 3;
const HAS_SIGN = /[0-9@$!|+€£(<]/;
/** Letters and signs that stand for some; of letters alone nothing is to be read. */
const MAYBE_DISGUISED = /(?<![a-z0-9@$!|+€£(<])(?=[a-z]*[0-9@$!|+€£(<])[a-z0-9@$!|+€£(<]+/g;
/** `b*mb`, `b#mb`: a letter that is only hinted at. */
const HAS_STAR = /[*#]/;
const STARRED = /(?<![a-z])(?<![\p{L}\p{N}*#])([a-z]+)[*#]([a-z]+)(?![\p{L}\p{N}*#])/gu;
/** `b o m b`, `b.o.m.b`, `b-o-m-b`. Behind a letter a to z, which is told sooner than one of any script, none begins. */
const SPACED = /(?<![a-z])(?<![\p{L}\p{N}])\p{L}(?:[\s._*\-/|]{1,2}\p{L}){2,}(?![\p{L}\p{N}])/gu;
/** The same, roughly and much sooner: a letter alone, and another one after it. */
const MAYBE_SPACED = /[\s._*\-/|]\p{L}[\s._*\-/|]{1,2}\p{L}(?![\p{L}\p{N}])/u;
const STRETCHED = /(\p{L})\1{2,}/gu;
const MAYBE_STRETCHED = /(.)\1\1/;
const IS_STRETCHED = /(\p{L})\1{2}/u;
const WORD = /\p{L}+/gu;
const MOST_STRETCHES = 4;

/** A text as it was written, in the one form in which patterns are written too. */
export function asWritten(text: string): string {
  // Composed again where an invisible mark stood between a letter and its accent.
  return oneArabicSpelling(text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '').normalize('NFC'))
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s{2,}|[^\S ]/g, ' ');
}

/** Alef, yaa and taa marbuta are written in several ways; here they are one. */
export function oneArabicSpelling(text: string): string {
  return text.replace(ARABIC_VARIANT, (letter) => ARABIC_LETTERS.get(letter) ?? letter);
}

/** The same without the usual disguises. Also spoils honest words, so it stands beside the text as written, never for it. */
export function unmasked(written: string): string {
  let masked = inLatinLetters(written);
  let bare = withoutOneMask(masked);
  // Under one disguise there may be another. Each time a sign or a letter fewer is left, so it ends.
  while (bare !== masked) {
    masked = inLatinLetters(bare);
    bare = withoutOneMask(masked);
  }
  return bare;
}

function withoutOneMask(written: string): string {
  const spelt = HAS_SIGN.test(written) ? written.replace(MAYBE_DISGUISED, leetReader()) : written;
  const plain = MAYBE_SPACED.test(spelt)
    ? spelt.replace(SPACED, (letters) => withoutArticle(letters.replace(/[^\p{L}]/gu, '')))
    : spelt;
  const short = MAYBE_STRETCHED.test(plain) ? plain.replace(WORD, withoutStretch) : plain;
  return HAS_STAR.test(short) ? short.replace(STARRED, withVowel) : short;
}

/** What looks like Latin letters as those, where there are some, and without marks on them. */
function inLatinLetters(text: string): string {
  if (ONLY_ASCII.test(text)) return text;
  const parted = text.normalize('NFD');
  const latin = LATIN.test(parted) ? parted.replace(FOREIGN, (sign) => LOOK_ALIKES.get(sign) ?? sign) : parted;
  return (HAS_MARK.test(latin) ? latin.replace(LATIN_MARKS, '') : latin).normalize('NFC');
}

/** `abomb`, put together of `a b o m b`, is a bomb. */
function withoutArticle(run: string): string {
  const rest = run.slice(1);
  return /^[ai]/.test(run) && !isEnglishWord(run) && isEnglishWord(rest) ? `${run[0]} ${rest}` : run;
}

/** `boooomb`, and `shoooting`, which has two of them: what makes a word, else one. */
function withoutStretch(word: string): string {
  if (!IS_STRETCHED.test(word)) return word;
  const runs = [...word.matchAll(STRETCHED)];
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

/** A one stands for an i or an l: all that several of them may be, by their number, the likeliest first. */
const READINGS_OF_ONES = Array.from({ length: MOST_ONES + 1 }, (_, ones) =>
  Array.from({ length: 2 ** ones }, (__, bits) =>
    Array.from({ length: ones }, (___, place) => ((bits >> place) & 1 ? 'l' : 'i')).join(''),
  ),
);

/** Reads the words of one text. */
function leetReader(): (word: string) => string {
  let readings = 0;
  const ofOnes = (ones: number) => {
    const all = readings < MOST_READINGS ? READINGS_OF_ONES[ones] : undefined;
    readings += ones === 0 ? 0 : (all?.length ?? 0);
    return all ?? ['i'.repeat(ones)];
  };
  return (word) => withoutLeet(word, ofOnes);
}

/**
 * Undoes `b0mb` and `p0rn`. A word needs two letters, or three signs, so that `5s` stays, and what may end one stays there
 * unless a word comes of it.
 */
function withoutLeet(word: string, readingsOfOnes: (ones: number) => readonly string[]): string {
  const [first, last] = [word.search(/[a-z]/), word.search(/[a-z][^a-z]*$/)];
  // Of one letter and signs, such as 7h3, only what is a word then.
  if (first === last && (first < 0 || word.length < SHORTEST_OF_ONE_LETTER)) return word;
  const end = word.search(MAY_END);
  const ends = (place: number) => place >= end;
  const signs = [...word];
  const plain = (reading: string, toTheEnd: boolean) => {
    const each = reading[Symbol.iterator]();
    const letter = (sign: string) => (sign === '1' ? each.next().value : LEET.get(sign)) ?? sign;
    return signs.map((sign, place) => (!toTheEnd && ends(place) ? sign : letter(sign))).join('');
  };
  const ones = readingsOfOnes(signs.filter((sign) => sign === '1').length);
  const readings = [false, true].flatMap((toTheEnd) => ones.map((each) => plain(each, toTheEnd)));
  return readings.find(isEnglishWord) ?? (first === last ? word : (readings[0] ?? word));
}
