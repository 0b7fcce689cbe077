import type { Instant, PromptRequest } from '../requests/index.ts';

/** Who has files: the records that speak of them as something that is there, and not only as something that was. */
export interface FileOwners {
  /**
   * The hashes that they speak of, some at a time, each in a short look at the records. A file that a record comes to
   * speak of meanwhile may be missing: it was put just now, and by that it is known.
   */
  filesHeld(): AsyncIterable<readonly string[]>;
  /** Requests that were refused or declined before then, wait for no appeal, and still have their picture. */
  picturesTurnedDown(before: Instant, limit: number): Promise<PromptRequest[]>;
  /** Takes the picture off a post in the room, and nothing of it is told: nobody edited it. */
  takeOffPost(postId: string): Promise<void>;
}
