import { toWord, type Word } from './words.ts';

/** Longest phrase of the list, in words. */
const LONGEST = 4;

/** Article and one-letter words that are written together with the next word, longest first. */
const PREFIXES = ['وبال', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال', 'و', 'ف', 'ب', 'ل', 'ك'];

/** Endings that keep the word: plurals, the dual, possession. */
const PLURALS = ['ات', 'ون', 'ين'];
const DUALS = ['تان', 'تين', 'وان', 'وين', 'ان'];
const POSSESSIVES = ['هما', 'هم', 'ها', 'نا', 'ه', 'ي', 'ا'];

interface Translation {
  words: string[];
  several: boolean;
}

type Dictionary = ReadonlyMap<string, Translation>;

/** Whether most letters of a text are Arabic. */
export function isArabic(text: string): boolean {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return arabic > 0 && arabic * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

/**
 * Makes what gives the same words with the Arabic ones in English where a list knows them; what none knows stays as it is.
 * The lists are written as `ARABIC_WORDS`, and what a later one says goes. `isThing` tells which English words two of can
 * be counted. They are read with the first text.
 */
export function createArabicTranslator(
  lists: readonly string[],
  isThing: (english: string) => boolean,
): (words: readonly Word[]) => Word[] {
  let dictionary: Dictionary | null = null;
  return (words) => {
    dictionary ??= readDictionary(lists);
    const translated: Word[] = [];
    for (let at = 0; at < words.length; ) {
      const hit = longestMatch(words, at, dictionary, isThing);
      if (hit) translated.push(...asWords(hit.translation, words[at]?.afterPause ?? false));
      else translated.push(...words.slice(at, at + 1));
      at += hit?.length ?? 1;
    }
    return translated;
  };
}

function longestMatch(
  words: readonly Word[],
  at: number,
  dictionary: Dictionary,
  isThing: (english: string) => boolean,
): { translation: Translation; length: number } | null {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).map((word) => arabicSpelling(word.text));
    const translation =
      length === 1
        ? translateOne(phrase[0] ?? '', dictionary, isThing)
        : lookUp(dictionary, phrase.join(' '), withoutPrefix(phrase));
    if (translation) return { translation, length };
  }
  return null;
}

function translateOne(word: string, dictionary: Dictionary, isThing: (english: string) => boolean): Translation | null {
  if (!/\p{Script=Arabic}/u.test(word)) return null;
  // A letter that was held down, where the word itself is not known.
  for (const bare of [word, ...prefixesOff(word), ...heldDown(word)]) {
    const known = lookUp(dictionary, bare);
    if (known) return known;
    for (const ending of DUALS) {
      const single = lookUp(dictionary, ...stems(bare, ending));
      // Two of a thing; of a verb or a colour the same ending counts nothing.
      if (single && isThing(single.words.join(' '))) return { words: ['two', ...single.words], several: true };
      if (single) return single;
    }
    for (const ending of PLURALS) {
      const single = lookUp(dictionary, ...stems(bare, ending));
      if (single) return { ...single, several: true };
    }
    for (const ending of POSSESSIVES) {
      const single = lookUp(dictionary, ...stems(bare, ending));
      if (single) return single;
    }
  }
  return null;
}

function asWords({ words, several }: Translation, afterPause: boolean): Word[] {
  return words.map((word, index) => ({
    ...toWord(word),
    plural: several && index === words.length - 1,
    afterPause: afterPause && index === 0,
  }));
}

function lookUp(dictionary: Dictionary, ...forms: string[]): Translation | null {
  for (const form of forms) {
    const found = dictionary.get(form);
    if (found) return found;
  }
  return null;
}

function stems(word: string, ending: string): string[] {
  if (!word.endsWith(ending) || word.length - ending.length < 2) return [];
  const stem = word.slice(0, -ending.length);
  return [stem, `${stem}ه`, `${stem}ء`];
}

function prefixesOff(word: string): string[] {
  return PREFIXES.filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= 2).map((prefix) =>
    word.slice(prefix.length),
  );
}

function heldDown(word: string): string[] {
  const short = word.replace(/(.)\1+/g, '$1');
  return short === word ? [] : [short, ...prefixesOff(short)];
}

function withoutPrefix([first = '', ...rest]: string[]): string {
  const bare = prefixesOff(first)[0] ?? first;
  return [bare, ...rest.map((word) => (word.startsWith('ال') ? word.slice(2) : word))].join(' ');
}

/** One spelling for the letters that people write in several ways, and no vowel marks. */
export function arabicSpelling(word: string): string {
  return word
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي');
}

function readDictionary(lists: readonly string[]): Dictionary {
  const entries = new Map<string, Translation>();
  for (const line of lists.flatMap((list) => list.trim().split('\n'))) {
    const [english = '', arabic = ''] = line.split(': ');
    const several = english.endsWith('*');
    const words = english.replace('*', '').split('_');
    for (const phrase of arabic.split(' '))
      entries.set(arabicSpelling(phrase.replaceAll('_', ' ')), { words, several });
  }
  return entries;
}
