import type { Instant } from '../../requests/index.ts';

/** What a curator should do with a seeded case. Whoever escalates what is to be declined has seen it too. */
export type RightAnswer = 'approve' | 'decline';

/** What a curator did with it. */
export type GivenAnswer = 'approve' | 'decline' | 'escalate';

export interface PlacedCase {
  requestId: string;
  /** Its id in `SEEDED_CASES`. */
  caseId: string;
  right: RightAnswer;
  placedAt: Instant;
}

export interface AnsweredCase {
  requestId: string;
  caseId: string;
  given: GivenAnswer;
  correct: boolean;
  answeredAt: Instant;
}

/** Cases with a known answer among what waits, and how curators answered them. */
export interface SeededCaseStore {
  /** From now on the request is one of them, and no other is taken for something like it. */
  place(placed: PlacedCase): Promise<void>;
  /** False where it was answered already, or is none. */
  answer(answer: AnsweredCase & { curator: string }): Promise<boolean>;
  find(requestId: string): Promise<PlacedCase | null>;
  standing(): Promise<{
    /** Waiting for an answer. */
    open: number;
    /** What curators decided since the last one was placed, itself not counted. */
    decidedSince: number;
    /** Ids of cases, by how often each was placed. */
    placed: ReadonlyMap<string, number>;
  }>;
  /** What the curator answered and was not told of, oldest first. */
  untold(curator: string): Promise<AnsweredCase[]>;
  /** They were told. */
  told(curator: string, requestIds: readonly string[]): Promise<void>;
}
