import type { ClipOptions, PromptRequest, ScriptShot } from '../../requests/index.ts';

/** A curator's decision on a request. */
export type DeskDecision =
  | {
      action: 'approve';
      prompt?: string | undefined;
      options?: ClipOptions | undefined;
      script?: ScriptShot[] | undefined;
      /** The key of the still that it is to begin with, where a curator saw one; absent: one that screening allows. */
      still?: string | undefined;
      note?: string | undefined;
    }
  /** `neverAgain`: its picture is never to be accepted again. */
  | { action: 'decline'; reason: string; note?: string | undefined; neverAgain?: boolean | undefined }
  | { action: 'escalate'; note?: string | undefined }
  /** It is the same wish as another (its id): both are answered with one clip. */
  | { action: 'merge'; into: string }
  | { action: 'unmerge' }
  /** `until` (ISO 8601): when it is to wait again; absent: when a curator takes it back. */
  | { action: 'hold'; note?: string | undefined; until?: string | undefined }
  /** Asks its requester, and waits for the answer. */
  | { action: 'ask'; question: string }
  | { action: 'resume' }
  /** Decides nothing: they are shown a storyboard of it, and still have it in hand. */
  | { action: 'preview' }
  /** A still of it, of other words than were asked where they are given; the clip begins with it. Decides nothing. */
  | { action: 'still'; prompt?: string | undefined }
  | { action: 'leave-still-out' }
  | { action: 'restart-shot'; shot: number }
  | { action: 'take-down'; reason: string }
  | { action: 'lift-strike' | 'restore-strike'; reason: string }
  /** Takes its picture off the list of those that are never accepted again. */
  | { action: 'let-picture-in' }
  | { action: 'dismiss-appeal'; note?: string | undefined }
  | { action: 'uphold-appeal' | 'retry' | 'give-up' | 'release-clip' | 'block-clip' | 'dismiss-reports' };

/** What a curator can do at the desk. */
export type DeskAction = DeskDecision | { action: 'claim' } | { action: 'release' };

export interface DeskOutcome {
  /**
   * `one-more-needed`: it is noted, and takes effect when another curator decides the same. `another-curator`: it takes
   * somebody else than whoever decided before.
   */
  outcome: 'done' | 'one-more-needed' | 'already-decided' | 'held-by-another' | 'another-curator' | 'not-now';
  /** The curator who holds it or decided it, where one did. */
  by: string | null;
  request: PromptRequest;
  /** Where it is done, but can be taken back: until when (ISO 8601). Then the request is as it was before. */
  effectAt?: string;
}

/** Where curators decide. Whoever acts holds the request; what another holds or has decided is answered as that. */
export interface ReviewDesk {
  /** Null when there is no such request. */
  act(requestId: string, curator: string, action: DeskAction): Promise<DeskOutcome | null>;
}
