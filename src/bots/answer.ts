import type { AskAnswer } from '../calls/may-ask.ts';
import type { Problem } from './reading/index.ts';

/** What the bot has to say to a post that became no request, or not the one that was meant. */
export type Answer =
  | { kind: 'problems'; problems: readonly Problem[] }
  | { kind: 'how-to-ask' }
  | { kind: 'may-not-ask'; why: Exclude<AskAnswer, { allowed: true }> }
  | { kind: 'too-late-to-edit' };
