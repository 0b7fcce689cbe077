import { createBatch } from '../../../queue/batch.ts';
import type { VideoAnswer } from './video-answer.ts';

export interface Looking {
  /** Null where the server knows nothing of it. */
  retrieve(id: string): Promise<VideoAnswer | null>;
  /** The newest that the server knows, as many as it shows on so many pages. */
  listPages(pages: number): Promise<VideoAnswer[]>;
  /** Whether it is still being made. */
  isRunning(answer: VideoAnswer): boolean;
}

/** Below this many a list would tell more of others than of ours. */
const FEWEST = 8;
const PAGE = 100;
const MOST_TOGETHER = 300;

type Seen = { answer: VideoAnswer | null } | { error: unknown };

/**
 * Looks at many videos with few calls: looks that wait for one another share one list. The list is believed of what is
 * still being made; what it calls done or does not show is looked at by itself, and so are all where it cannot be had.
 */
export function createLookTogether({
  retrieve,
  listPages,
  isRunning,
}: Looking): (id: string) => Promise<VideoAnswer | null> {
  async function alone(id: string): Promise<Seen> {
    return retrieve(id).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    );
  }

  const together = createBatch<string, Seen>(async (ids) => {
    if (ids.length < FEWEST) return Promise.all(ids.map(alone));
    const listed = await listPages(Math.ceil(ids.length / PAGE) + 1).catch(() => []);
    const running = new Map(listed.filter(isRunning).map((answer) => [answer.id, answer]));
    return Promise.all(
      ids.map((id): Promise<Seen> => {
        const answer = running.get(id);
        return answer ? Promise.resolve({ answer }) : alone(id);
      }),
    );
  }, MOST_TOGETHER);

  return async (id) => {
    const seen = await together(id);
    if ('error' in seen) throw seen.error;
    return seen.answer;
  };
}
