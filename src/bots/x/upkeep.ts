import type { Clock, CursorStore, PromptRequest, RequestState, RequestStore } from '../../requests/index.ts';
import type { IncomingHandler } from '../chat-platform.ts';
import { pause } from '../pause.ts';
import type { LookedUp } from './look-up.ts';
import type { Purse } from './money/purse.ts';
import { X } from './x-limits.ts';
import type { XRecords } from './x-records.ts';

export interface UpkeepDependencies {
  requests: Pick<RequestStore, 'list'>;
  cursors: CursorStore;
  records: Pick<XRecords, 'keepLikes'>;
  purse: Purse;
  lookUp: (id: string) => Promise<LookedUp>;
  lookUpLiked: (id: string) => Promise<LookedUp>;
  handler: IncomingHandler;
  isOurs: () => boolean;
  everyMs: number;
  clock: Clock;
  onError: (error: unknown) => void;
}

const CURSOR = 'x-upkeep';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Posts of so many days are looked after; older ones are hardly ever taken back, and each look costs. */
const LOOKED_AFTER_DAYS = 30;
const PAGE = 200;
const LOOK_EVERY_MS = 60_000;
/** What is asked for or answered; the rest has nothing at X that could have to go. */
const STATES: readonly RequestState[] = [
  'received',
  'in-review',
  'approved',
  'generating',
  'finishing',
  'ready',
  'delivered',
];

/**
 * Looks the posts up again, at least once a day as X demands: what was deleted, hidden or suspended there goes here too.
 * Reads the likes of our replies on the way.
 */
export function startUpkeep(dependencies: UpkeepDependencies): { close(): Promise<void> } {
  const { cursors, isOurs, everyMs, purse, clock, onError } = dependencies;
  const closing = new AbortController();

  async function isDue(): Promise<boolean> {
    const last = await cursors.load(CURSOR);
    if (last !== null && clock().getTime() - Date.parse(last) < everyMs) return false;
    return purse.mayRead();
  }

  async function run(): Promise<void> {
    // A turn is ours from right after this was opened on.
    await pause(0, closing.signal);
    while (!closing.signal.aborted) {
      try {
        if (isOurs() && (await isDue())) {
          const begunAt = clock().toISOString();
          await lookAfterAll(dependencies);
          await cursors.save(CURSOR, begunAt);
        }
      } catch (error) {
        onError(error);
      }
      await pause(Math.min(everyMs, LOOK_EVERY_MS), closing.signal);
    }
  }

  const running = run();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}

async function lookAfterAll(dependencies: UpkeepDependencies): Promise<void> {
  const { requests, clock } = dependencies;
  const since = new Date(clock().getTime() - LOOKED_AFTER_DAYS * DAY_MS).toISOString();
  for (let offset = 0; ; offset += PAGE) {
    const page = await requests.list({ states: STATES, order: 'newest', limit: PAGE, offset });
    const ours = page.filter(({ post, askedAt }) => post.platform === X && askedAt >= since);
    await removeWhatIsGone(dependencies, ours);
    await readLikes(dependencies, ours);
    if (page.length < PAGE || (page.at(-1)?.askedAt ?? '') < since) return;
  }
}

async function removeWhatIsGone(
  { lookUp, handler }: UpkeepDependencies,
  requests: readonly PromptRequest[],
): Promise<void> {
  const seen = await Promise.all(requests.map(({ post }) => lookUp(post.id)));
  const gone = requests.filter((_, place) => seen[place] === null);
  await Promise.all(gone.map(({ post }) => handler({ kind: 'deleted', ref: post })));
}

async function readLikes(
  { lookUpLiked, records, clock }: UpkeepDependencies,
  requests: readonly PromptRequest[],
): Promise<void> {
  const replies = requests.flatMap((request) => (request.state === 'delivered' ? [request.reply.id] : []));
  const seen = await Promise.all(replies.map(lookUpLiked));
  const readAt = clock().toISOString();
  const likes = seen.flatMap((found) =>
    found && found.post.likes !== null ? [{ postId: found.post.id, likes: found.post.likes, readAt }] : [],
  );
  await records.keepLikes(likes);
}
