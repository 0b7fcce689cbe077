import { type ParseArgsConfig, parseArgs } from 'node:util';
import { answerHelp } from './answer-help.ts';
import { refuse } from './refuse.ts';

/** Reads what a command was given, by default the process. What cannot be read ends it, with how the command is used. */
export function readCommandLine<Reading extends ParseArgsConfig>(
  usage: string,
  reading: Reading,
): ReturnType<typeof parseArgs<Reading>> {
  answerHelp(reading.args ?? process.argv.slice(2), usage);
  try {
    return parseArgs(reading);
  } catch (error) {
    return refuse([firstSentence((error as Error).message), '', usage]);
  }
}

/** Node adds advice that is of no use to whoever mistyped a word. */
function firstSentence(message: string): string {
  return `${message.split(/\.\s|\.?$/, 1)[0]}.`;
}
