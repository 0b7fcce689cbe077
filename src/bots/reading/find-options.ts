import type { ClipOptions } from '../../requests/clip-options.ts';
import { foldSigns, tidy } from './clean-text.ts';
import { cutGraphemes } from './count-graphemes.ts';
import { flagNamed, optionLike, optionNamed } from './option-names.ts';
import { GRAMMARS } from './option-values.ts';
import { OPTION_NAMES, type OptionName, type Problem } from './problem.ts';
import type { ReadingLimits } from './reading-limits.ts';

/** An option where it stood: what it gave or what was wrong with it. */
export type FoundOption = { end: number } & (
  | { option: OptionName; given: string; options: ClipOptions }
  | { option: OptionName | null; problem: Problem }
);

/** Where an option could begin, and how sure that is. */
interface Opening {
  /** Behind the dashes. */
  at: number;
  /** `firm`: two dashes or more before a word, as options are written. Else only what fits an option is one. */
  firm: boolean;
  /** A long dash, which phones make of two short ones. */
  long: boolean;
  /** Whether any of the prompt stands before it. */
  afterPrompt: boolean;
}

const DASHES = /[\p{Pd}−]{1,3}(?=[\p{L}\p{N}])/gu;
const GLUED = /[\p{L}\p{N}\p{M}\p{Pd}_−]$/u;
const NAME = /\p{L}[\p{L}\p{M}_]*(?:-[\p{L}\p{M}_]+)*/uy;
const SEPARATOR = /[^\S\n]*[=:]?[^\S\n]*/y;
const NEXT_OPTION = /[\p{Pd}−]{1,3}\p{L}/uy;
const GLUED_OPTION = /[\p{Pd}−]{2,3}[\p{L}\p{N}]/uy;
const QUOTED = /(?:"[^"\n]*"|'[^'\n]*')(?![\p{L}\p{N}\p{M}])/uy;
const TOKEN = /\S+/y;
const TRAILING = /[.,;!?…،؛]+(?=\s|$)/y;
const SHORTHAND: readonly (readonly [RegExp, OptionName])[] = [
  [/\d{3,4}p(?![\p{L}\p{N}])/iuy, 'resolution'],
  [/\d{1,5}:\d{1,5}(?![\p{L}\p{N}:])/uy, 'ar'],
  [/\d{1,3}s(?:ec|econds)?(?![\p{L}\p{N}])/iuy, 'seconds'],
];
const STYLE_WORDS = /[^\S\n]*[^\s"]+/uy;

/** Enough for every honest text; what is tied into itself more often is read as it then stands. */
const MOST_ROUNDS = 8;

/**
 * Parts a cleaned text into the prompt and the options in it. Where taking one option out brings another to light, that
 * one is an option too, so that the prompt holds none. Takes time in line with the length.
 */
export function findOptions(text: string, limits: ReadingLimits): { prompt: string; found: FoundOption[] } {
  const found: FoundOption[] = [];
  let prompt = tidy(text);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const split = splitOnce(prompt, limits);
    if (split.found.length === 0) break;
    found.push(...split.found);
    prompt = tidy(split.prose.join(' '));
  }
  return { prompt, found };
}

function splitOnce(text: string, limits: ReadingLimits): { prose: string[]; found: FoundOption[] } {
  const folded = foldSigns(text);
  const prose: string[] = [];
  const found: FoundOption[] = [];
  let cursor = 0;
  let afterPrompt = false;
  for (const { 0: dashes, index } of folded.matchAll(DASHES)) {
    if (index < cursor) continue;
    const glued = GLUED.test(folded.slice(Math.max(cursor, index - 2), index));
    if (glued && dashes.length < 2) continue;
    afterPrompt ||= /[\p{L}\p{N}\p{S}]/u.test(folded.slice(cursor, index));
    const firm = dashes.length > 1 && !glued;
    const option = readOption(
      folded,
      { at: index + dashes.length, firm, long: /[–—―]/.test(dashes), afterPrompt },
      limits,
    );
    // `6@opencall` is an address of some kind; without what stands before it, it would become a mention.
    if (!option || text[option.end] === '@') continue;
    prose.push(text.slice(cursor, index));
    found.push(option);
    cursor = option.end;
  }
  prose.push(text.slice(cursor));
  return { prose, found };
}

/** Null where the dash is one of ordinary prose. */
function readOption(text: string, opening: Opening, limits: ReadingLimits): FoundOption | null {
  const name = matchAt(NAME, text, opening.at);
  if (name === null) return readShorthand(text, opening, limits);
  const nameEnd = opening.at + name.length;
  const flag = flagNamed(name);
  if (flag && (opening.firm || endsHere(text, nameEnd))) {
    return settle(flag[0], flag[1], name, afterTrailing(text, nameEnd), limits);
  }
  const option = optionNamed(name);
  if (option) return readValue(text, option, name, nameEnd, opening, limits);
  return readUnknown(text, name, nameEnd, opening, limits);
}

function readShorthand(text: string, { at, firm }: Opening, limits: ReadingLimits): FoundOption | null {
  if (!firm) return null;
  for (const [pattern, option] of SHORTHAND) {
    const value = matchAt(pattern, text, at);
    if (value !== null) return settle(option, value, value, afterTrailing(text, at + value.length), limits);
  }
  return null;
}

function readValue(
  text: string,
  option: OptionName,
  name: string,
  nameEnd: number,
  opening: Opening,
  limits: ReadingLimits,
): FoundOption | null {
  const possible = GRAMMARS[option].possible(limits);
  if (closesInsertion(text, nameEnd)) return null;
  const at = nameEnd + (matchAt(SEPARATOR, text, nameEnd)?.length ?? 0);
  if (endsHere(text, at)) {
    return opening.firm || opening.long ? { option, end: at, problem: { code: 'no-value', option, possible } } : null;
  }
  const { value, end } = takeValue(text, option, at, opening.afterPrompt);
  const settled = settle(option, value, value, end, limits);
  if (opening.firm || !('problem' in settled)) return settled;
  const meant = /\d/.test(value) || ('didYouMean' in settled.problem && settled.problem.didYouMean !== null);
  return meant && value.length > 2 && name.length > 1 ? settled : null;
}

function readUnknown(
  text: string,
  name: string,
  nameEnd: number,
  opening: Opening,
  limits: ReadingLimits,
): FoundOption | null {
  if (closesInsertion(text, nameEnd)) return null;
  const like = optionLike(name);
  const problem: Problem = {
    code: 'unknown-option',
    given: `--${cutGraphemes(name, 30)}`,
    didYouMean: like && `--${like}`,
    possible: OPTION_NAMES,
  };
  if (opening.firm) return { option: null, end: nameEnd, problem };
  if (!like || like === 'style' || name.length < 4) return null;
  const at = nameEnd + (matchAt(SEPARATOR, text, nameEnd)?.length ?? 0);
  if (endsHere(text, at)) return null;
  const { value, end } = takeValue(text, like, at, opening.afterPrompt);
  return GRAMMARS[like].read(value, limits).outcome === 'read' ? { option: null, end, problem } : null;
}

/** The value as it stands, and where it ends. */
function takeValue(text: string, option: OptionName, at: number, afterPrompt: boolean): { value: string; end: number } {
  const quoted = matchAt(QUOTED, text, at);
  if (quoted !== null) return { value: quoted.slice(1, -1).trim(), end: afterTrailing(text, at + quoted.length) };
  const words = option === 'style' && afterPrompt ? takeStyle(text, at) : matchAt(GRAMMARS[option].extent, text, at);
  const value = words ?? (matchAt(TOKEN, text, at) ?? '').replace(/[.,;!?…،؛)]+$/u, '');
  const end = at + (value.length || (matchAt(TOKEN, text, at) ?? '').length);
  return { value, end: afterTrailing(text, end) };
}

/** A style may be two or three words when nothing but further options follows them; else it is one. */
function takeStyle(text: string, at: number): string | null {
  const first = matchAt(STYLE_WORDS, text, at);
  let end = at;
  for (let words = 0; words < 3; words += 1) {
    end += matchAt(STYLE_WORDS, text, end)?.length ?? 0;
    const next = end + (/[^\S\n]*/.exec(text.slice(end, end + 8))?.[0].length ?? 0);
    if (endsHere(text, next)) return text.slice(at, end);
  }
  return first;
}

/** Whether a dash stands right behind a word, as in `—black— ` or `--black--`, and begins no option itself. */
function closesInsertion(text: string, at: number): boolean {
  return /[\p{Pd}−]/u.test(text[at] ?? '') && matchAt(GLUED_OPTION, text, at) === null;
}

/** Whether the line is over, or the next option begins. */
function endsHere(text: string, at: number): boolean {
  const next = at + (matchAt(/[^\S\n]*/y, text, at)?.length ?? 0);
  return next >= text.length || text[next] === '\n' || matchAt(NEXT_OPTION, text, next) !== null;
}

function settle(option: OptionName, value: string, given: string, end: number, limits: ReadingLimits): FoundOption {
  const grammar = GRAMMARS[option];
  const reading = grammar.read(value, limits);
  if (reading.outcome === 'read') return { option, end, given: cutGraphemes(given, 30), options: reading.options };
  const problem: Problem = {
    code: reading.outcome,
    option,
    given: cutGraphemes(given, 30),
    didYouMean: reading.nearest === null ? null : `--${option} ${reading.nearest}`,
    possible: grammar.possible(limits),
  };
  return { option, end, problem };
}

function afterTrailing(text: string, at: number): number {
  return at + (matchAt(TRAILING, text, at)?.length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
