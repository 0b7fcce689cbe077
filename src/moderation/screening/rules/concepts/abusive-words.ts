import { cuss } from 'cuss';
import { isEnglishWord } from '../../../../generation/prompt-words/english-dictionary.ts';
import type { Terms } from './terms.ts';

/** The list's own sureness: 2 is said as abuse, 1 and 0 also innocently. */
const SURE = 2;
/** Sure to be swearing for the list, and yet no abuse of anybody: what clips show, and oaths. */
const NO_ABUSE = new Set(
  'shit shitty bullshit fuck fucking fucked fucker crap hell damn porn xxx ass asshole arse playboy sexy orgasm penis vagina nude'.split(
    ' ',
  ),
);

/** `shav` would be found in shaving; `bitch` is a word of its own. */
function isStem(word: string): boolean {
  return !isEnglishWord(word) && ['e', 'ing', 'ed', 'n', 'r'].some((ending) => isEnglishWord(word + ending));
}

/** Words that abuse people, slurs among them, as `cuss` (MIT) lists them for English. */
export const abusiveWords: Terms = Object.keys(cuss)
  .filter((word) => (cuss[word] ?? 0) >= SURE && word.length > 3 && !NO_ABUSE.has(word) && !isStem(word))
  .join(',');
