import {
  type Clock,
  type CursorStore,
  OPEN_STATES,
  type PostRef,
  type RequestState,
  type RequestStore,
} from '../../requests/index.ts';
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
const STATES: readonly RequestState[] = [...OPEN_STATES, 'delivered'];

interface LookedAfter {
  post: PostRef;
  /** Of the bot's own reply, where there is one. */
  replyId: string | null;
}

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
  const ours = await askedOnX(dependencies);
  for (let from = 0; from < ours.length; from += PAGE) {
    const some = ours.slice(from, from + PAGE);
    await removeWhatIsGone(dependencies, some);
    await readLikes(dependencies, some);
  }
}

/** All of them before any goes: what leaves its state would move the others up in the list, past a page that is yet to come. */
async function askedOnX({ requests, clock }: UpkeepDependencies): Promise<LookedAfter[]> {
  const since = new Date(clock().getTime() - LOOKED_AFTER_DAYS * DAY_MS).toISOString();
  const found: LookedAfter[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await requests.list({ states: STATES, order: 'newest', limit: PAGE, offset });
    const ours = page.filter(({ post, askedAt }) => post.platform === X && askedAt >= since);
    found.push(
      ...ours.map((request) => ({
        post: request.post,
        replyId: request.state === 'delivered' ? request.reply.id : null,
      })),
    );
    if (page.length < PAGE || (page.at(-1)?.askedAt ?? '') < since) return found;
  }
}

async function removeWhatIsGone({ lookUp, handler }: UpkeepDependencies, asked: readonly LookedAfter[]): Promise<void> {
  const seen = await Promise.all(asked.map(({ post }) => lookUp(post.id)));
  const gone = asked.filter((_, place) => seen[place] === null);
  await Promise.all(gone.map(({ post }) => handler({ kind: 'deleted', ref: post })));
}

async function readLikes(
  { lookUpLiked, records, clock }: UpkeepDependencies,
  asked: readonly LookedAfter[],
): Promise<void> {
  const replies = asked.flatMap(({ replyId }) => replyId ?? []);
  const seen = await Promise.all(replies.map(lookUpLiked));
  const readAt = clock().toISOString();
  const likes = seen.flatMap((found) =>
    found && found.post.likes !== null ? [{ postId: found.post.id, likes: found.post.likes, readAt }] : [],
  );
  await records.keepLikes(likes);
}
