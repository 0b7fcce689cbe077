import { createTurns } from '../../requests/index.ts';
import { pause } from '../pause.ts';

export interface PostQueuesOptions {
  onError: (error: unknown) => void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

export interface PostQueues {
  /** Runs tasks of one post in order, each until it succeeds. Resolves then, or with false when all was closed. */
  run(postId: string, task: () => Promise<void>): Promise<boolean>;
  /** Tries nothing again; resolves when what runs is over. */
  close(): Promise<void>;
}

/** What happens to one post is handled in order, and until it is handled; other posts do not wait for it. */
export function createPostQueues({ onError }: PostQueuesOptions): PostQueues {
  const turns = createTurns();
  const closing = new AbortController();

  async function untilDone(task: () => Promise<void>): Promise<boolean> {
    for (let waitMs = FIRST_WAIT_MS; !closing.signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      try {
        await task();
        return true;
      } catch (error) {
        onError(error);
      }
      await pause(waitMs, closing.signal);
    }
    return false;
  }

  return {
    run: (postId, task) => turns.take(postId, () => untilDone(task)),
    async close() {
      closing.abort();
      await turns.rest();
    },
  };
}
