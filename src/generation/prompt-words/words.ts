/** A word of a prompt, and the form that word lists hold. */
export interface Word {
  /** Lower case, without marks that do not change the meaning. */
  text: string;
  /** English words in the singular; otherwise as `text`. */
  stem: string;
  /** Whether the singular differs, so that several are meant. */
  plural: boolean;
  /** An emoji that was typed as such. */
  emoji: boolean;
  /** Whether a sentence or clause ends before it. */
  afterPause: boolean;
}

/** More words than this say nothing more to a stage. */
const MOST_WORDS = 400;

const IRREGULAR = new Map([
  ['children', 'child'],
  ['kids', 'kid'],
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['wolves', 'wolf'],
  ['leaves', 'leaf'],
  ['knives', 'knife'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['oxen', 'ox'],
  ['butterflies', 'butterfly'],
  ['cherries', 'cherry'],
  ['dice', 'die'],
]);

/** Words that only look like plurals. */
const SINGULAR = new Set(
  'glass grass bus dress cross princess compass cactus octopus walrus hippopotamus moss chess lens gas this is his its was as us venus circus christmas atlas iris canvas focus class kiss across always headphones sunglasses glasses scissors goggles trousers jeans shorts fireworks mars paris chopsticks pancakes'.split(
    ' ',
  ),
);

const PICTOGRAPH = '\\p{Extended_Pictographic}\\ufe0f?\\p{EMod}?';

/** A flag, an emoji with what is joined to it, or a word. */
const TOKEN = new RegExp(
  `\\p{RI}\\p{RI}|${PICTOGRAPH}(?:\\u200d${PICTOGRAPH})*|[\\p{L}\\p{M}\\p{N}]+(?:['’]\\p{L}+)?`,
  'gu',
);

/** Splits a prompt into words. Takes any text. */
export function splitWords(prompt: string): Word[] {
  const words: Word[] = [];
  const text = prompt.normalize('NFKC').toLowerCase();
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (words.length === MOST_WORDS) break;
    const afterPause = /[.!?;:،؛؟。！？]/u.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    words.push({ ...toWord(match[0]), afterPause });
  }
  return words;
}

/** A word as if it had been typed. */
export function toWord(raw: string): Word {
  const emoji = /^\P{L}*\p{Extended_Pictographic}/u.test(raw);
  const text = emoji ? raw : raw.replace(/['’]s?$/u, '').replace(/^['’]/u, '');
  const stem = emoji ? text : singular(text);
  return { text, stem, plural: stem !== text, emoji, afterPause: false };
}

function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  if (word.length < 4 || SINGULAR.has(word) || !/^[a-z]+s$/.test(word) || word.endsWith('ss')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz|[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
