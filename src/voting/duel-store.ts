/** Two clips of one call, each named by its request's id; `first` is the lesser of the two ids. */
export interface Pair {
  first: string;
  second: string;
}

/** Which of two clips a member found better; `neither`: they could not tell. */
export type DuelAnswer = 'first' | 'second' | 'neither';

/** What the answers about a pair come to. */
export interface DuelSum extends Pair {
  firstWins: number;
  secondWins: number;
  neither: number;
}

export interface AnsweredDuel extends Pair {
  callId: string;
  answer: DuelAnswer;
  /** ISO 8601. */
  at: string;
}

/** Answers that look agreed upon and do not count until somebody has looked at them. */
export interface HeldAnswers {
  heldAnswers: number;
  /** Whether one of them is the voter's who asks. */
  answerHeld: boolean;
}

/**
 * One row per voter and pair, unique; sums are derived from the rows, never kept beside them. `voter` is a `memberKey`;
 * whoever joined accounts (see `JoinStore`) answers once, by whichever of them.
 */
export interface DuelStore {
  /** The first answer stands. */
  answer(voter: string, duel: AnsweredDuel): Promise<'answered' | 'already'>;
  /** The clips that were delivered in the call, newest first, each with its requester's `memberKey`. */
  contenders(callId: string, limit: number): Promise<{ id: string; requester: string }[]>;
  /** Calls in which there are two clips or more, with how many. */
  calls(): Promise<{ callId: string; clips: number }[]>;
  sums(callId: string): Promise<DuelSum[]>;
  /** What is held in the call. Whose the others are is told to nobody. */
  heldIn(callId: string, voter: string): Promise<HeldAnswers>;
  /** Something that is another when the sums are. */
  mark(callId: string): Promise<string>;
  /** All that the voter has answered, oldest first. */
  answeredBy(voter: string): Promise<AnsweredDuel[]>;
}

/** The pair in the order in which it is kept. */
export function pairOf(one: string, other: string): Pair {
  return one < other ? { first: one, second: other } : { first: other, second: one };
}

/** The pair as one word; ids hold no stroke. */
export function pairKey({ first, second }: Pair): string {
  return `${first}/${second}`;
}
