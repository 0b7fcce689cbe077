/** How words of one script are spelt. */
export interface Spelling {
  isWord(word: string): boolean;
  /** Whether it is looked for, in whatever form. */
  isListed(word: string): boolean;
  /** What stands for one that is neither: itself where that is nothing. */
  mend(word: string): readonly string[];
}

const SHORTEST_JOINED = 4;
const LONGEST_JOINED = 16;
const MOST_PIECES = 4;
/** Of all words that are none, in letters; what has more was made to keep us busy, and is a person's to read. */
const MOST_LETTERS_TO_MEND = 160;

export interface Mended {
  words: string[];
  /** False where there were more words that are none than are mended: the rest stands as it was spelt. */
  isWhole: boolean;
}

/**
 * Mends what was spelt so that it is not found: a letter left out or swapped, words run together or torn apart. Only what
 * is no word is touched, and only a word that is looked for is made of it. `spellingOf` tells how a word's script is spelt.
 */
export function createMender(spellingOf: (word: string) => Spelling) {
  return (words: readonly string[]): Mended => {
    const areWords = words.map((word) => spellingOf(word).isWord(word));
    const mended: string[] = [];
    let letters = 0;
    let isWhole = true;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? '';
      const spelling = spellingOf(word);
      const torn = joinPieces(words, areWords, at, spelling);
      if (torn) {
        mended.push(torn.joined);
        at += torn.pieces - 1;
      } else if (areWords[at] || spelling.isListed(word)) mended.push(word);
      else if (letters > MOST_LETTERS_TO_MEND) {
        isWhole = false;
        mended.push(word);
      } else {
        letters += word.length;
        mended.push(...spelling.mend(word));
      }
    }
    return { words: mended, isWhole };
  };
}

/** `mus lims`: pieces of which not all are words, and which are a listed word together. */
function joinPieces(words: readonly string[], areWords: readonly boolean[], at: number, { isListed }: Spelling) {
  let letters = 0;
  let whole = true;
  for (let pieces = 1; pieces <= MOST_PIECES && at + pieces <= words.length; pieces += 1) {
    const last = at + pieces - 1;
    letters += words[last]?.length ?? 0;
    if (letters > LONGEST_JOINED) return null;
    whole &&= areWords[last] ?? false;
    if (whole || pieces === 1 || letters < SHORTEST_JOINED) continue;
    const joined = words.slice(at, at + pieces).join('');
    if (isListed(joined)) return { joined, pieces };
  }
  return null;
}
