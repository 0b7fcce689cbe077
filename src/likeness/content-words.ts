import { stemmer } from 'stemmer';
import { ARABIC_WORDS } from '../generation/prompt-words/arabic-words.ts';
import { arabicSpelling, createArabicTranslator, isArabic } from '../generation/prompt-words/translate-arabic.ts';
import { splitWords, toWord, type Word } from '../generation/prompt-words/words.ts';
import { ARABIC_MEANINGS } from './arabic-meanings.ts';
import { isAdjective, isThing } from './kinds-of-words.ts';
import {
  ARTICLES,
  ASKING_WORDS,
  CLOSING_WORDS,
  IRREGULAR,
  JOINING,
  NEGATIONS,
  NUMBERS,
  ORNAMENTS,
  PLACES,
  PREPOSITIONS,
  STOP_WORDS,
} from './word-lists.ts';

/** A word that says something of what is shown. */
export interface ContentWord {
  /** As it was typed, in one spelling; of an Arabic word that the lists know, the English one. */
  text: string;
  /** The same for all its forms. */
  stem: string;
  /** How much it says, 0 to 1. */
  weight: number;
  /** What it names is said not to be there. */
  negated: boolean;
}

/** What more are, nobody compares. */
const MOST_WORDS = 60;
/** What only ornaments says this, and where something is, half. */
const LITTLE = 0.25;
const HALF = 0.5;
const SHORTEST_STEM = 3;

const PASSIVE = /(?:ed|en|wn)$|^(?:made|held|led|built|caught|hidden|ridden|sung|found|lit|kept|hunted)$/;
/** The scripts that are written without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const ARABIC = /\p{Script=Arabic}/u;
const ARABIC_ENDS = /(?:هما|تين|ها|هم|نا|ات|ون|ين|ان|ه|ي|ا)$/u;
const ARABIC_FRONT = /^[وف]?(?:[بكل]?ال|لل)/u;

const translateArabic = createArabicTranslator([ARABIC_WORDS, ARABIC_MEANINGS], isThing);
let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a prompt that say what is shown, in the parts of its sentences, which may stand in any order: `at dawn, a
 * boat sails` has the same two as `a boat sails at dawn`. Arabic words that the lists know are in English. Pure; takes any
 * text.
 */
export function contentParts(prompt: string): ContentWord[][] {
  const parts = createParts(isArabic(prompt) ? 'after' : 'before');
  let negated = false;
  let left = MOST_WORDS;
  for (const word of withoutAsking(wordsOf(prompt))) {
    if (left === 0) break;
    parts.before(word);
    if (NEGATIONS.has(word.text)) negated = true;
    const content = toContent(word, negated);
    if (!content) continue;
    parts.add(content, word.text);
    if (!PLACES.has(word.text)) negated = false;
    left -= 1;
  }
  return parts.all();
}

/** Puts words into the parts that they belong to, as in English, whichever side adjectives stand on. */
function createParts(adjectives: 'before' | 'after') {
  const parts: ContentWord[][] = [];
  let part: ContentWord[] = [];
  let lastText = '';
  let behindPreposition = false;
  let undergoes: ContentWord[] = [];
  let conjunct: ContentWord | null = null;

  function end(): void {
    if (conjunct) part.unshift(conjunct);
    const verb = undergoes.at(-1);
    const whole = verb ? [...part, verb, ...undergoes.slice(0, -1)] : part;
    if (whole.length > 0) parts.push(whole);
    part = [];
    undergoes = [];
    conjunct = null;
    behindPreposition = false;
  }

  return {
    /** What a word that may say nothing itself does to the sentence. */
    before({ text, afterPause }: Word): void {
      if (afterPause || JOINING.has(text)) end();
      if (text === 'by' && part.length > 1 && undergoes.length === 0 && PASSIVE.test(lastText)) {
        // "A mouse chased by a cat" is a cat that chases a mouse.
        undergoes = part;
        part = [];
      } else if (text === 'and') {
        const alone = part.length === 1 && !behindPreposition && undergoes.length === 0 ? part[0] : undefined;
        if (alone) part = [];
        end();
        conjunct = alone ?? null;
      } else if (PREPOSITIONS.has(text)) {
        end();
        behindPreposition = true;
      } else if (ARTICLES.has(text) && behindPreposition && part.some(({ stem }) => !stem.startsWith('place'))) end();
    },
    add(word: ContentWord, text: string): void {
      // A cat and a dog are a dog and a cat.
      if (conjunct) part.push(...[conjunct, word].sort((one, other) => (one.stem < other.stem ? -1 : 1)));
      else if (adjectives === 'after' && isAdjective(word.text)) part.splice(placeBeforeNoun(part), 0, word);
      else part.push(word);
      conjunct = null;
      lastText = text;
    },
    all(): ContentWord[][] {
      end();
      return parts;
    },
  };
}

function placeBeforeNoun(part: readonly ContentWord[]): number {
  const noun = part.findLastIndex(({ text }) => !isAdjective(text));
  return noun < 0 || part[noun]?.stem.startsWith('place') ? part.length : noun;
}

function wordsOf(prompt: string): Word[] {
  // A comma parts what it stands between, and "can't" is one word.
  const plain = prompt.replace(/,/g, ';').replace(/(?<=\p{L})['’ʼ](?=t\b)/gu, '');
  const words = ARABIC.test(plain) ? translateArabic(splitWords(plain)) : splitWords(plain);
  return UNSPACED.test(prompt) ? words.flatMap(segmented) : words;
}

function segmented(word: Word): Word[] {
  if (!UNSPACED.test(word.text)) return [word];
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return [...segmenter.segment(word.text)].map(({ segment }, place) => ({
    ...toWord(segment),
    afterPause: place === 0 && word.afterPause,
  }));
}

/** Without "please make a video of" and "thanks", unless nothing else is left. */
function withoutAsking(words: readonly Word[]): Word[] {
  const isAsking = ({ text }: Word) => ASKING_WORDS.has(spelt(text));
  const start = words.findIndex((word) => !isAsking(word));
  if (start < 0) return [...words];
  const end = words.findLastIndex(({ text }) => !CLOSING_WORDS.has(spelt(text)));
  return words.slice(start, end + 1);
}

function toContent({ text, stem, emoji }: Word, negated: boolean): ContentWord | null {
  const word = spelt(text);
  const place = PLACES.get(word);
  if (place !== undefined) return { text: word, stem: `place ${place}`, weight: HALF, negated: false };
  if (STOP_WORDS.has(word) || PREPOSITIONS.has(word)) return null;
  const weight = ORNAMENTS.has(word) ? LITTLE : 1;
  return { text: word, stem: emoji ? word : stemOf(word, stem), weight, negated };
}

function stemOf(word: string, singular: string): string {
  const number = NUMBERS.get(word) ?? (/^\p{Nd}+$/u.test(word) ? word.normalize('NFKC') : undefined);
  if (number) return `number ${number}`;
  if (ARABIC.test(word)) return arabicStem(word);
  if (!/^[a-z]+$/.test(singular)) return singular;
  const irregular = IRREGULAR.get(word) ?? singular;
  return stemmer(irregular.length > 5 ? irregular.replace(/ly$/, '') : irregular);
}

function arabicStem(word: string): string {
  const bare = word.replace(ARABIC_FRONT, '');
  const front = bare.length >= SHORTEST_STEM ? bare : word;
  const stem = front.replace(ARABIC_ENDS, '');
  return stem.length >= SHORTEST_STEM ? stem : front;
}

function spelt(text: string): string {
  return ARABIC.test(text) ? arabicSpelling(text) : text;
}
