const MOST_LETTERS = 4;
const LONGEST_CLASS = 12;
const PLAIN = /[\p{L}\p{N}]/u;

/** What a part of a pattern may begin with; `open`: it matches nothing more, so that what follows the part goes on from there. */
interface Beginning {
  letters: string;
  open: boolean;
}

/** A word of a text. */
export interface WordStart {
  /** Its first letters and figures, four at most. */
  letters: string;
  /** Where in the text it begins. */
  at: number;
}

/** The words of a text, in their order. */
export function wordStarts(text: string): WordStart[] {
  const starts: WordStart[] = [];
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const plain = isPlain(text, at);
    if (plain && !inWord) starts.push({ letters: firstLetters(text, at), at });
    inWord = plain;
  }
  return starts;
}

function firstLetters(text: string, from: number): string {
  let end = from + 1;
  while (end < from + MOST_LETTERS && isPlain(text, end)) end += 1;
  return text.slice(from, end);
}

const [DIGIT_0, DIGIT_9, LETTER_A, LETTER_Z, FIRST_BEYOND_ASCII] = [48, 57, 97, 122, 128];

/** Of a text in small letters. Letters of two units count as none: no pattern begins with one. */
function isPlain(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < FIRST_BEYOND_ASCII) return (unit >= LETTER_A && unit <= LETTER_Z) || (unit >= DIGIT_0 && unit <= DIGIT_9);
  return PLAIN.test(text[at] ?? '');
}

/** What a word with these first letters may be the beginning of: its own beginnings, the shortest first. */
export function beginningsOfWord(letters: string): string[] {
  return Array.from(letters, (_, length) => letters.slice(0, length + 1));
}

/**
 * With what any match of a pattern begins, if it begins at the beginning of a word: a word with none of these as a beginning
 * of its own need not be tried. Null where nothing is sure. Reads literal letters, classes of them, groups
 * and optional ones; whatever else stands there ends what is sure.
 */
export function startsOfPattern(source: string): readonly string[] | null {
  const starts = beginningsOf(source).map(({ letters }) => letters);
  return starts.includes('') ? null : [...new Set(starts)];
}

function beginningsOf(source: string): Beginning[] {
  return alternativesIn(source).flatMap(beginningsOfOne);
}

function beginningsOfOne(source: string): Beginning[] {
  let found: Beginning[] = [{ letters: '', open: true }];
  let at = 0;
  while (at < source.length && found.some(({ open }) => open)) {
    const part = partAt(source, at);
    at = part.end;
    const { beginnings } = part;
    found = found.flatMap((each) => (each.open ? beginnings.map((next) => joined(each, next)) : [each]));
  }
  return found;
}

function joined({ letters }: Beginning, next: Beginning): Beginning {
  const all = letters + next.letters;
  return { letters: all.slice(0, MOST_LETTERS), open: next.open && all.length < MOST_LETTERS };
}

const LOOKS_AROUND = /^\(\?(?:!|=|<!|<=)/;
const NOTHING_SURE: Beginning = { letters: '', open: false };
const NOTHING: Beginning = { letters: '', open: true };

function partAt(source: string, at: number): { beginnings: Beginning[]; end: number } {
  if (LOOKS_AROUND.test(source.slice(at, at + 4))) return { beginnings: [NOTHING], end: endOfGroup(source, at) };
  if (source.startsWith('(?:', at)) {
    const end = endOfGroup(source, at);
    return counted(beginningsOf(source.slice(at + 3, end - 1)), source, end);
  }
  const [whole, letters] = /^\[([\p{L}\p{N}]+)\]/u.exec(source.slice(at, at + LONGEST_CLASS)) ?? [];
  if (whole && letters) {
    return counted(
      Array.from(letters, (letter) => ({ letters: letter, open: true })),
      source,
      at + whole.length,
    );
  }
  const letter = source[at] ?? '';
  if (!PLAIN.test(letter)) return { beginnings: [NOTHING_SURE], end: source.length };
  return counted([{ letters: letter, open: true }], source, at + 1);
}

/** What comes after it may be the same once more. */
const closed = ({ letters }: Beginning): Beginning => ({ letters, open: false });

/** As often as what follows says. */
function counted(beginnings: Beginning[], source: string, end: number) {
  switch (source[end]) {
    case '?':
      return { beginnings: [NOTHING, ...beginnings], end: end + 1 };
    case '*':
      return { beginnings: [NOTHING, ...beginnings.map(closed)], end: end + 1 };
    case '+':
      return { beginnings: beginnings.map(closed), end: end + 1 };
    case '{': {
      const [range = '', least] = /^\{(\d+)[^}]*\}/.exec(source.slice(end)) ?? [];
      return {
        beginnings: [...(Number(least) > 0 ? [] : [NOTHING]), ...beginnings.map(closed)],
        end: end + range.length,
      };
    }
    default:
      return { beginnings, end };
  }
}

function alternativesIn(source: string): string[] {
  const alternatives: string[] = [];
  let from = 0;
  for (const [at, letter] of topLevel(source)) {
    if (letter !== '|') continue;
    alternatives.push(source.slice(from, at));
    from = at + 1;
  }
  return [...alternatives, source.slice(from)];
}

/** The place after the bracket that closes the one at `at`. */
function endOfGroup(source: string, at: number): number {
  for (const [place, letter, depth] of brackets(source, at)) if (letter === ')' && depth === 0) return place + 1;
  return source.length;
}

function topLevel(source: string): [number, string][] {
  return brackets(source, 0).flatMap(([at, letter, depth]): [number, string][] => (depth === 0 ? [[at, letter]] : []));
}

/** Each letter from a place on, and how many groups it stands in; what is escaped or in a class is left out. */
function brackets(source: string, from: number): [number, string, number][] {
  const letters: [number, string, number][] = [];
  let depth = 0;
  let inClass = false;
  for (let at = from; at < source.length; at += 1) {
    const letter = source[at] ?? '';
    if (letter === '\\') at += 1;
    else if (inClass) inClass = letter !== ']';
    else if (letter === '[') inClass = true;
    else {
      if (letter === ')') depth -= 1;
      letters.push([at, letter, depth]);
      if (letter === '(') depth += 1;
    }
  }
  return letters;
}
