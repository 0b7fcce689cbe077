import type { FileStore } from '../../files/file-store.ts';
import { createTakeInLink, type TakeInPicture } from '../../media/links/take-in-link.ts';
import {
  type CursorStore,
  canAppeal,
  type Member,
  memberKey,
  OPEN_STATES,
  type RequestState,
  type RequestStore,
  remember,
} from '../../requests/index.ts';
import type { Announcer } from '../announcing/announcer.ts';
import type { ChatPlatform, IncomingHandler, IncomingPost } from '../chat-platform.ts';
import { type JoiningDependencies, joinByCode } from '../joining/join-accounts.ts';
import type { Holding } from '../leases.ts';
import type { OwnPosts } from '../own-posts.ts';
import { pause } from '../pause.ts';
import { callAnnouncedBy } from '../post-keys.ts';
import { startTurns, type Turns } from '../take-turns.ts';
import { createAnnouncing } from './answering/announcing.ts';
import { createAnswering } from './answering/answering.ts';
import { meAnswer, type XPost } from './connection/answers.ts';
import type { Tokens } from './connection/tokens.ts';
import { createXClient, type XClient } from './connection/x-client.ts';
import { startActivityStream } from './hearing/activity-stream.ts';
import { type Account, answeredPost, isAddressed, namesBot } from './hearing/addressed.ts';
import { appealWords } from './hearing/appeal-words.ts';
import { createHearing, type Hearing } from './hearing/hearing.ts';
import { joinWords } from './hearing/join-words.ts';
import { readPost } from './hearing/read-post.ts';
import { createLookUp, type LookedUp } from './look-up.ts';
import { createPurse } from './money/purse.ts';
import { postRef } from './post-refs.ts';
import { createTellOnce, isTold } from './tell-once.ts';
import { startUpkeep } from './upkeep.ts';
import { MAX_PICTURE_BYTES, PICTURE_HOSTS, X, X_LIMITS } from './x-limits.ts';
import type { XRecords } from './x-records.ts';

export interface XPlatformDependencies extends Holding, JoiningDependencies {
  /** Without the version, e.g. `https://api.x.com`. */
  apiUrl: string;
  tokens: Tokens;
  /** The app's own token, where its access has the activity stream; null: mentions are asked for only. */
  bearerToken: string | null;
  /** Whether X has approved replies that are made by AI, as the operator says. */
  approved: boolean;
  /** Whether the one reply is also used to say that nothing came of a mention. */
  answersDeclines: boolean;
  /** US dollars that X may cost a day (UTC). */
  dailyDollars: number;
  pollEveryMs: number;
  /** How often posts are looked up again, and likes are read, in milliseconds. At most a day. */
  upkeepEveryMs: number;
  /** How far back is heard where nothing tells how far was heard, in milliseconds. */
  lookBackMs: number;
  records: XRecords;
  requests: Pick<RequestStore, 'find' | 'findByPost' | 'list'>;
  ownPosts: Pick<OwnPosts, 'findByRef'>;
  cursors: CursorStore;
  files: Pick<FileStore, 'read'>;
  takeInPicture: TakeInPicture;
  onError: (error: unknown) => void;
  /** Told once of what only the operator can mend, with what to do. */
  tell: (advice: string) => void;
}

/** How long the start waits for what was asked while nobody listened; the rest is heard as it comes. */
const CATCH_UP_MS = 5000;
const TURN = 'x-mentions';
const MOST_OPEN = 1000;
/** What is under way, and what a curator could bring back. */
const COULD_BE_ANSWERED: readonly RequestState[] = [...OPEN_STATES, 'refused', 'declined', 'blocked'];

export interface XPlatform extends ChatPlatform {
  announcer: Announcer;
}

/** X as a place where people ask, by mentioning the bot. */
export function createXPlatform(dependencies: XPlatformDependencies): XPlatform {
  const {
    apiUrl,
    tokens,
    bearerToken,
    records,
    requests,
    ownPosts,
    answersDeclines,
    dailyDollars,
    upkeepEveryMs,
    clock,
    takeInPicture,
    onError,
  } = dependencies;
  const client = createXClient({ apiUrl, tokens, clock });
  const purse = createPurse({ records, clock, dailyDollars });
  const lookUp = createLookUp({ client, purse });
  const lookUpLiked = createLookUp({ client, purse, kind: 'like-read' });
  const rules = { adapter: X, hosts: PICTURE_HOSTS, apiUrl };
  const takeInLink = createTakeInLink({ takeInPicture, rules, maxBytes: MAX_PICTURE_BYTES });
  const trouble = createTellOnce(dependencies.tell);
  const listener: XClient = { send: (request) => trouble.of('hearing', client.send(request)) };
  const closing = new AbortController();
  const gone = new Set<string>();
  let handler: IncomingHandler | null = null;
  let turns: Turns<Hearing> | null = null;

  const { get: account } = remember(async (): Promise<Account> => {
    const me = { method: 'GET', path: 'users/me', endpoint: '/2/users/me', answer: meAnswer } as const;
    const { data } = await listener.send(me);
    return { id: data.id, username: data.username };
  });

  const answering = createAnswering({ ...dependencies, client, purse, account, lookUp });

  /** An answer to the announcement of a call asks for something without the bot's name in its words. */
  async function asks(post: XPost, me: Account): Promise<boolean> {
    if (isAddressed(post, me)) return true;
    const answered = namesBot(post, me) && post.inReplyToUserId === me.id ? answeredPost(post) : null;
    const ours = answered === null ? null : await ownPosts.findByRef({ platform: X, id: answered });
    return ours?.kind === 'announcement' && callAnnouncedBy(ours.key) !== null;
  }

  /** X tells nobody that a post is gone; whoever finds out says so. */
  function tellGone(id: string): void {
    gone.add(id);
    if (!handler) return;
    for (const each of gone) {
      handler({ kind: 'deleted', ref: postRef(each) }).then(() => gone.delete(each), onError);
    }
  }

  /** What a member who wants to be left alone could still hear of is taken back as if they had deleted it. */
  async function takeBackAll(member: Member): Promise<void> {
    const query = {
      requester: memberKey(member),
      states: COULD_BE_ANSWERED,
      order: 'newest',
      limit: MOST_OPEN,
    } as const;
    for (const { post } of await requests.list(query)) await handler?.({ kind: 'deleted', ref: post });
  }

  /**
   * Who answers their own post that came to nothing appeals, and is known by it. Nothing is said to it: X would let us
   * say one thing to that post, and it is decided later. One that was heard before asks for no clip either.
   */
  async function takeAppeal({ author, inReplyTo, text }: IncomingPost): Promise<boolean> {
    const words = appealWords(text);
    const request = words === null || inReplyTo === null ? null : await requests.findByPost(inReplyTo);
    if (words === null || !request || memberKey(request.requester) !== memberKey(author)) return false;
    if (canAppeal(request)) await handler?.({ kind: 'appealed', ref: request.post, words });
    return canAppeal(request) || request.appeal !== undefined;
  }

  /**
   * A code that joins accounts is no prompt. Nothing is said to it: a reply would cost money, and the page on which the
   * code was given shows what came of it.
   */
  async function takeJoining({ author, text }: IncomingPost, username: string | null): Promise<boolean> {
    const code = joinWords(text);
    if (code === null) return false;
    if (username !== null) await joinByCode(dependencies, { member: author, text: code, calledInPublic: username });
    return true;
  }

  /** Hears the newest version of a post that was edited; null where it asks for nothing any more. */
  async function newestOf(seen: NonNullable<LookedUp>): Promise<LookedUp> {
    const newest = seen.post.versions.at(-1) ?? seen.post.id;
    if (newest === seen.post.id) return seen;
    const found = await lookUp(newest);
    const me = await account();
    if (!found || !(await asks(found.post, me))) return null;
    await handler?.({
      kind: 'edited',
      post: await readPost(found.post, found.includes, { account: me, lookUp, takeInLink }),
    });
    return found;
  }

  const hear: IncomingHandler = async (event) => handler?.(event);

  function openHearing(isOurs: () => boolean): Hearing {
    const hearing = createHearing({
      ...dependencies,
      handler: hear,
      client: listener,
      purse,
      account,
      isOurs,
      asks,
      takeBackAll,
      takeAppeal,
      takeJoining,
      read: ({ post, includes }, me) => readPost(post, includes, { account: me, lookUp, takeInLink }),
      onError(error) {
        // Asked every few seconds, it would fill the log with what was said.
        if (!isTold(error)) onError(error);
      },
    });
    const { onMention } = hearing;
    const beside = [
      startUpkeep({ ...dependencies, purse, lookUp, lookUpLiked, handler: hear, isOurs, everyMs: upkeepEveryMs }),
      ...(bearerToken === null
        ? []
        : [startActivityStream({ bearerToken, apiUrl, account, onMention, clock, onError })]),
    ];
    return {
      ...hearing,
      async close() {
        await Promise.all(beside.map((each) => each.close()));
        await hearing.close();
      },
    };
  }

  const { announce, ...announcing } = createAnnouncing({ ...dependencies, client, purse, account });

  return {
    id: X,
    announcer: {
      ...announcing,
      announce: (announcement) => trouble.of('announcing', announce(announcement)),
    },
    limits: { ...X_LIMITS, declinePosts: answersDeclines },

    async listen(given) {
      handler = given;
      for (const id of gone) tellGone(id);
      turns = startTurns<Hearing>({
        ...dependencies,
        names: [TURN],
        atMost: 1,
        open: (_, isOurs) => openHearing(isOurs),
      });
      const caughtUp = turns.firstLook.then((opened) => Promise.all(opened.map((hearing) => hearing.caughtUp)));
      await Promise.race([caughtUp, pause(CATCH_UP_MS, closing.signal)]);
    },

    async close() {
      closing.abort();
      await turns?.close();
    },

    publish: (post) => trouble.of('replying', answering.publish(post)),
    // Posts on X are not changed by us: none shows how a request stands.
    edit: async () => {},
    remove: (ref) => trouble.of('removing', answering.remove(ref)),
    findOwnReply: (to, key) => trouble.of('looking for a reply', answering.findOwnReply(to, key)),

    async stillThere({ id }) {
      const seen = await trouble.of('looking', lookUp(id));
      const found = seen && (await newestOf(seen));
      if (!found) tellGone(id);
      return found !== null;
    },
  };
}
