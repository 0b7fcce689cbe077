import type { Clock, CursorStore, Member } from '../../../requests/index.ts';
import type { IncomingHandler, IncomingPost } from '../../chat-platform.ts';
import { createPostQueues } from '../../hearing/post-queues.ts';
import { openWatermark, type Watermark } from '../../hearing/watermark.ts';
import { pause } from '../../pause.ts';
import { earlierBy } from '../../snowflake.ts';
import type { XPost } from '../connection/answers.ts';
import type { XClient } from '../connection/x-client.ts';
import type { Purse } from '../money/purse.ts';
import { snowflakeAt } from '../post-refs.ts';
import { type Account, namesBot } from './addressed.ts';
import { asksToStop } from './asks-to-stop.ts';
import { listMentions, type Mention } from './list-mentions.ts';

export interface HearingDependencies {
  handler: IncomingHandler;
  client: XClient;
  purse: Purse;
  account: () => Promise<Account>;
  cursors: CursorStore;
  /** Whether a post asks the bot for something. */
  asks: (post: XPost, account: Account) => Promise<boolean>;
  read: (mention: Mention, account: Account) => Promise<IncomingPost>;
  /** Takes back all that a member waits for: they do not want to be answered any more. */
  takeBackAll: (member: Member) => Promise<void>;
  /** Takes a post that appeals against what came of its author's own; false where it does not. */
  takeAppeal: (post: IncomingPost) => Promise<boolean>;
  /** Takes a post that gives a code to join accounts; false where it does not. */
  takeJoining: (post: IncomingPost, username: string | null) => Promise<boolean>;
  /** False once another process may hear: then nothing is taken in any more, nor the mark moved. */
  isOurs: () => boolean;
  pollEveryMs: number;
  /** How far back is heard where nothing tells how far was heard, in milliseconds. */
  lookBackMs: number;
  clock: Clock;
  onError: (error: unknown) => void;
}

export interface Hearing {
  /** A mention that was heard at once, through a stream; asked for later, it is not heard again. */
  onMention(mention: Mention): void;
  /** Resolves when what was asked before has been heard. */
  caughtUp: Promise<void>;
  close(): Promise<void>;
}

const CURSOR = 'x-mentions';
/** X has been seen to list posts late: now and then those of the last minutes are listed again, for free on the same day. */
const OVERLAP_MS = 30_000;
const WIDE_OVERLAP_MS = 5 * 60_000;
const WIDE_EVERY_MS = 60_000;
const REMEMBERED = 20_000;

/** Hears who mentions the bot, by asking X again and again. */
export function createHearing(dependencies: HearingDependencies): Hearing {
  const {
    handler,
    client,
    purse,
    account,
    cursors,
    asks,
    read,
    takeBackAll,
    takeAppeal,
    takeJoining,
    isOurs,
    pollEveryMs,
    lookBackMs,
    clock,
    onError,
  } = dependencies;
  const queues = createPostQueues({ onError });
  /** With whether it is durable by now, by the id of the version. */
  const heard = new Map<string, Promise<boolean>>();
  const closing = new AbortController();
  const caughtUp = Promise.withResolvers<void>();
  /** Keep the mark where it was while not all that is newer has been listed. */
  const holds: (() => void)[] = [];
  let wideAt = Number.NEGATIVE_INFINITY;

  /** Hears a version of a post once; resolves with whether it is durable, which it is not when all was closed before. */
  function take(mention: Mention, me: Account): Promise<boolean> {
    const { id, versions } = mention.post;
    const known = heard.get(id);
    if (known) return known;
    const first = versions[0] ?? id;
    const taking = queues.run(first, async () => {
      if (!(await asks(mention.post, me))) return;
      const post = await read(mention, me);
      if (asksToStop(post.text)) return takeBackAll(post.author);
      if (await takeAppeal(post)) return;
      if (await takeJoining(post, usernameOf(mention))) return;
      await handler({ kind: id === first ? 'mentioned' : 'edited', post });
    });
    remember(heard, id, taking);
    return taking;
  }

  /** A mention that X listed: the mark stays behind it until it is durable. */
  async function hear(mention: Mention, me: Account, mark: Watermark): Promise<void> {
    const id = BigInt(mention.post.id);
    if (!namesBot(mention.post, me)) return mark.passed(id);
    const done = mark.begin(id);
    if (await take(mention, me)) done();
  }

  /** Lists what is new, and lets go of the mark when all of it is held by itself. */
  async function look(me: Account, mark: Watermark): Promise<Promise<void>[]> {
    if (!(await purse.mayRead())) return [];
    const wide = performance.now() - wideAt > WIDE_EVERY_MS;
    const from = earlierBy(mark.value(), wide ? WIDE_OVERLAP_MS : OVERLAP_MS);
    holds.push(mark.hold(mark.value()));
    const mentions: Mention[] = [];
    try {
      for await (const page of listMentions({ client, purse }, me, from)) mentions.push(...page);
    } catch (error) {
      onError(error);
      // What was listed is heard; the rest is listed again, since the mark stays where it was.
      return hearAll(mentions, me, mark);
    }
    const hearing = hearAll(mentions, me, mark);
    for (const release of holds.splice(0)) release();
    if (wide) wideAt = performance.now();
    return hearing;
  }

  function hearAll(mentions: readonly Mention[], me: Account, mark: Watermark): Promise<void>[] {
    const oldestFirst = mentions.toSorted((one, other) => (BigInt(one.post.id) < BigInt(other.post.id) ? -1 : 1));
    return oldestFirst.map((mention) => hear(mention, me, mark));
  }

  async function open(): Promise<{ me: Account; mark: Watermark }> {
    while (true) {
      try {
        const startAt = snowflakeAt(clock().getTime() - lookBackMs);
        return { me: await account(), mark: await openWatermark({ cursors, name: CURSOR }, startAt) };
      } catch (error) {
        if (closing.signal.aborted) throw error;
        onError(error);
        // Where X is away, or the bot is not let in, nothing is gained by waiting for it.
        caughtUp.resolve();
        await pause(pollEveryMs, closing.signal);
      }
    }
  }

  async function run(): Promise<void> {
    const { me, mark } = await open();
    while (!closing.signal.aborted && isOurs()) {
      const hearing = await look(me, mark).catch((error: unknown) => {
        onError(error);
        return [];
      });
      void Promise.all(hearing).then(() => caughtUp.resolve());
      if (isOurs()) await mark.save().catch(onError);
      await pause(pollEveryMs, closing.signal);
    }
    await queues.close();
    if (isOurs()) await mark.save().catch(onError);
  }

  const running = run().catch(onError);
  return {
    caughtUp: caughtUp.promise,
    onMention(mention) {
      // The mark stays where it was: what is older may not have come through the stream.
      account()
        .then((me) => (namesBot(mention.post, me) ? take(mention, me) : null))
        .catch(onError);
    },
    async close() {
      closing.abort();
      await queues.close();
      await running;
      caughtUp.resolve();
    },
  };
}

function usernameOf({ post, includes }: Mention): string | null {
  return includes.users.find(({ id }) => id === post.authorId)?.username ?? null;
}

function remember(heard: Map<string, Promise<boolean>>, id: string, taking: Promise<boolean>): void {
  heard.set(id, taking);
  if (heard.size <= REMEMBERED) return;
  const [oldest] = heard.keys();
  if (oldest !== undefined) heard.delete(oldest);
}
