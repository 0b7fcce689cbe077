import type { PromptRequest, RequestQuery, RequestStore } from '../../requests/index.ts';
import { attentionOf } from './attention-of.ts';
import type { ReviewDesk } from './review-desk.ts';
import type { Mine, ReviewQueue } from './review-queue.ts';

export interface ReviewQueueDependencies {
  requests: Pick<RequestStore, 'list' | 'count' | 'find'>;
  desk: ReviewDesk;
}

const PAGE = 50;
type Line = Pick<RequestQuery, 'states' | 'needsAttention'>;
const WAITING: Line = { states: ['in-review'] };
const ATTENTION: Line = { needsAttention: true };

/** The queue over the records. */
export function createReviewQueue({ requests, desk }: ReviewQueueDependencies): ReviewQueue {
  async function* inOrder(line: Line, mine: Mine): AsyncGenerator<PromptRequest> {
    for (let offset = 0; ; offset += PAGE) {
      const page = await requests.list({ ...line, order: 'oldest', limit: PAGE, offset });
      for (const request of page) if (mine === null || (await mine(request))) yield request;
      if (page.length < PAGE) return;
    }
  }

  async function count(line: Line, mine: Mine): Promise<number> {
    if (mine === null) return requests.count(line);
    let found = 0;
    for await (const _ of inOrder(line, mine)) found += 1;
    return found;
  }

  async function take(
    curator: string,
    mine: Mine,
    wanted: (request: PromptRequest) => boolean,
  ): Promise<PromptRequest | null> {
    for (const line of [WAITING, ATTENTION]) {
      for await (const request of inOrder(line, mine)) {
        if (!wanted(request)) continue;
        const taken = await desk.act(request.id, curator, { action: 'claim' });
        if (taken?.outcome === 'done') return taken.request;
      }
    }
    return null;
  }

  return {
    async counts(mine) {
      const [waiting, attention, oldest] = await Promise.all([
        count(WAITING, mine),
        count(ATTENTION, mine),
        inOrder(WAITING, mine).next(),
      ]);
      return { waiting, attention, oldest: oldest.done ? null : oldest.value.askedAt };
    },

    async takeNext(curator, behind, mine) {
      const before = behind === null ? null : await requests.find(behind);
      if (!before) return take(curator, mine, () => true);
      const passed = placeOf(before);
      const later = (request: PromptRequest) => placeOf(request) > passed;
      const rest = (request: PromptRequest) => !later(request) && request.id !== before.id;
      return (await take(curator, mine, later)) ?? take(curator, mine, rest);
    },
  };
}

/** Sorts as the queue does. A review that was decided meanwhile stands where it stood. */
function placeOf(request: PromptRequest): string {
  return `${attentionOf(request) ? 1 : 0} ${request.askedAt} ${request.id}`;
}
