import type { OptionName, Possible, Problem } from '../bots/reading/problem.ts';
import type { Locale } from '../requests/index.ts';
import { listOf, say } from './say.ts';
import type { Said } from './text.ts';

/** What kept a post from being read, each problem with what is possible, and how to ask instead. */
export function sayProblems(locale: Locale, problems: readonly Problem[]): string {
  const lines = problems.map((problem) => sayProblem(locale, problem));
  return [...lines, say(locale, 'ask-again', { example: example(locale) })].join('\n');
}

/** The answer to a mention without a prompt. */
export function sayHowToAsk(locale: Locale): string {
  return say(locale, 'how-to-ask', { example: example(locale) });
}

/** One problem in a sentence or two. */
export function sayProblem(locale: Locale, problem: Problem): string {
  switch (problem.code) {
    case 'unknown-option': {
      const { given, didYouMean } = problem;
      const options = listOf(locale, problem.possible.map(optionText), 'and');
      return withMeant(locale, say(locale, 'problem-unknown-option', { given, options }), didYouMean);
    }
    case 'no-value':
      return say(locale, 'problem-no-value', facts(locale, problem));
    case 'unreadable':
    case 'out-of-range': {
      const sentence = say(locale, `problem-${problem.code}`, { ...facts(locale, problem), given: problem.given });
      return withMeant(locale, sentence, problem.didYouMean);
    }
    case 'repeated': {
      const given = listOf(locale, problem.given, 'and');
      return say(locale, 'problem-repeated', { option: optionText(problem.option), given });
    }
    case 'prompt-too-long':
      return say(locale, 'problem-prompt-too-long', { count: problem.length, limit: problem.limit });
    default:
      return problem satisfies never;
  }
}

function facts(locale: Locale, { option, possible }: { option: OptionName; possible: Possible }) {
  return { option: optionText(option), possible: { said: sayPossible(locale, possible) } };
}

/** What an option may be, as the end of a sentence. */
export function sayPossible(locale: Locale, possible: Possible): string {
  switch (possible.kind) {
    case 'shape':
      return say(locale, 'possible-shape', { most: possible.mostStretched });
    case 'seconds':
      return say(locale, 'possible-seconds', { min: possible.min, count: possible.max });
    case 'words':
      return say(locale, 'possible-words', { words: listOf(locale, possible.words) });
    case 'whole-number':
      return say(locale, 'possible-whole-number', { min: possible.min, max: possible.max });
    case 'text':
      return say(locale, 'possible-text', { count: possible.graphemes });
    default:
      return possible satisfies never;
  }
}

function withMeant(locale: Locale, sentence: string, didYouMean: string | null): string {
  return didYouMean === null ? sentence : `${sentence} ${say(locale, 'did-you-mean', { meant: didYouMean })}`;
}

function example(locale: Locale): Said {
  return { said: say(locale, 'example') };
}

function optionText(option: OptionName): string {
  return `--${option}`;
}
