import { isEnglishWord } from '../../generation/prompt-words/english-dictionary.ts';

/** Languages in which something can be found: English and Arabic by rules, the others as far as their word lists reach. */
export const READ_LANGUAGES: ReadonlySet<string> = new Set(['en', 'ar', 'es', 'fr', 'de', 'hi', 'pt', 'zh']);

/** Of a text's words, how many must be English for it to be English without asking further. */
const ENGLISH_SHARE = 0.5;
/** Fewer letters than this say nothing of a language: a name, a cry, an emoji. */
const FEWEST_LETTERS = 12;

/** The first of the two is part of the other, and told sooner. */
const WORD = /[a-z][a-z']*(?![\p{L}\p{M}'])|\p{L}[\p{L}\p{M}']*/gu;

const ONLY_CHINESE = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A letter of a script in which no language that is read here is written: even a word of it is told. */
const UNREAD_LETTER =
  /[^\P{L}\p{Script=Latin}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]/gu;

const OTHER_LETTER = /[^\P{L}\p{Script=Arabic}]/u;
const NOT_OF_ARABIC = /[پچژگٹڈڑںےھہټډړږښڼۍې]/u;

/** A text's language as an ISO 639-1 code, `und` where it could not be told, and null where it is too short to say. */
export async function detectLanguage(written: string): Promise<string | null> {
  const words = written.match(WORD) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (KANA.test(written)) return 'ja';
  if (ONLY_CHINESE.test(written)) return 'zh';
  const isShort = letters < FEWEST_LETTERS;
  if (isShort && (written.match(UNREAD_LETTER)?.length ?? 0) * 2 > letters) return 'und';
  if (isShort) return null;
  // Short texts of Arabic are taken for Persian; Persian, Urdu and Pashto have letters that Arabic lacks.
  if (!OTHER_LETTER.test(written) && !NOT_OF_ARABIC.test(written)) return 'ar';
  const english = words.filter((word) => isEnglishWord(word.replace(/'s$/, ''))).length;
  if (english >= ENGLISH_SHARE * words.length) return 'en';
  // A hundred megabytes that most calls never need.
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(written.slice(0, 400));
  if (found.language === 'en' || (READ_LANGUAGES.has(found.language) && found.isReliable())) return found.language;
  // A few words of English among names are taken for Dutch or the like: what is partly English, and surely nothing else,
  // is read as English.
  const isLatin = /^[\p{Script=Latin}\P{L}]*$/u.test(written);
  if (isLatin && english * 4 >= words.length && !found.isReliable()) return 'en';
  return READ_LANGUAGES.has(found.language) || found.language === '' ? 'und' : found.language;
}
