import { dequal } from 'dequal';
import type { ClipOptions } from '../../requests/clip-options.ts';
import { cleanText } from './clean-text.ts';
import { countGraphemes } from './count-graphemes.ts';
import { type FoundOption, findOptions } from './find-options.ts';
import { OPTION_NAMES, type OptionName, type Problem } from './problem.ts';
import type { ReadingLimits } from './reading-limits.ts';

const MOST_PROBLEMS = 8;

export type RequestReading =
  | { outcome: 'read'; prompt: string; options: ClipOptions }
  | { outcome: 'problems'; problems: Problem[] }
  /** Nothing was asked in words. The options stand for a post whose picture is the whole request. */
  | { outcome: 'empty'; options: ClipOptions };

/**
 * Reads a post: the words that are asked for, and the options among them. `@opencall` is where the mention stood; a
 * text without it is read just the same. An option that is unknown or cannot be is a problem, never left out in
 * silence, and so is the same option given twice with different values. Any string is answered, in time linear in its
 * length.
 */
export function readRequest(text: string, { limits }: { limits: ReadingLimits }): RequestReading {
  const { prompt, found } = findOptions(cleanText(text), limits);
  const empty = !/[\p{L}\p{N}\p{S}]/u.test(prompt);
  if (empty && found.every(asksForHelp)) return { outcome: 'empty', options: {} };
  const problems = [...found.flatMap((each) => ('problem' in each ? [each.problem] : [])), ...repetitions(found)];
  const length = prompt.length > limits.promptGraphemes ? countGraphemes(prompt) : 0;
  if (length > limits.promptGraphemes)
    problems.push({ code: 'prompt-too-long', length, limit: limits.promptGraphemes });
  if (problems.length > 0) return { outcome: 'problems', problems: mostTelling(problems) };
  const options: ClipOptions = Object.assign({}, ...found.map((each) => ('options' in each ? each.options : {})));
  return empty ? { outcome: 'empty', options } : { outcome: 'read', prompt, options };
}

/** Nobody reads a list of a hundred: each problem once, and so many that the answer stays a post. */
function mostTelling(problems: readonly Problem[]): Problem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].slice(0, MOST_PROBLEMS);
}

/** `@opencall --help` is answered as an empty mention is: with how to ask. */
function asksForHelp(found: FoundOption): boolean {
  return (
    'problem' in found && found.problem.code === 'unknown-option' && found.problem.given.toLowerCase() === '--help'
  );
}

function repetitions(found: readonly FoundOption[]): Problem[] {
  const given = new Map<OptionName, { options: ClipOptions; given: string }[]>();
  for (const each of found) {
    if (!('options' in each)) continue;
    const before = given.get(each.option) ?? [];
    if (!before.some(({ options }) => dequal(options, each.options))) given.set(each.option, [...before, each]);
  }
  return OPTION_NAMES.flatMap((option): Problem[] => {
    const values = given.get(option) ?? [];
    return values.length > 1 ? [{ code: 'repeated', option, given: values.slice(0, 4).map((each) => each.given) }] : [];
  });
}
