import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { FORGOTTEN, type ForgetStore, type HeldBeside, type PromptRequest, SETTLED_STATES } from '../requests/index.ts';
import { FILE_HOLDERS } from './file-holders.ts';
import type { News } from './news.ts';
import type { Records } from './records.ts';
import {
  clipViews,
  duels,
  forgetting,
  heldVotes,
  joinCodes,
  joinTries,
  lanes,
  memberSessions,
  ownPosts,
  roomPosts,
  votes,
} from './schema.ts';

const SETTLED = SETTLED_STATES.filter((state) => state !== 'delivered');

const REQUESTS_OF = {
  name: 'requests-to-forget',
  text: `select body, state <> all($3) or exists (select from work where work.request_id = requests.id) as busy
    from requests where requester = $1 and asked_at <= $2 order by asked_at limit 200`,
};
/**
 * In one statement with what stands beside it: nobody would come back for that once the request is nobody's, and it has
 * words of theirs too.
 */
const FORGET = {
  name: 'forget-request',
  text: `with done as materialized (select $1::text as id where forget_request($1, $2, $3, $4)),
    frames as (delete from clip_frames where request_id in (select id from done)),
    files as (delete from clip_files where request_id in (select id from done)),
    translated as (delete from translations where request_id in (select id from done)),
    shown as (delete from gallery_clips where request_id in (select id from done)),
    compared as (delete from duels where first in (select id from done) or second in (select id from done))
    select exists (select from done) as forgotten`,
};
/** A code that was given out before may have been entered meanwhile. */
const PART = { name: 'part-forgotten', text: 'select part_account($1, now())' };
const NEEDS_FILE = {
  name: 'needs-file',
  text: `select ${FILE_HOLDERS.map(({ table, text }) => `exists (select from ${table} where ${text} like '%' || $1 || '%')`).join(' or ')} as needed`,
};

/** Those words have an index that few rows are in. */
const REPORTS_OF = {
  name: 'reports-of-member',
  text: `select requests.id as "clipId", report ->> 'at' as at, report ->> 'words' as words
    from requests, jsonb_array_elements(body -> 'reports') as report
    where state = 'delivered' and jsonb_typeof(body -> 'reports') = 'array' and report ->> 'by' = $1`,
};
/**
 * What is left is where the posts stood, without a word and by nobody: what others answered keeps its place. Those of
 * the bot go with what they answered.
 */
const EMPTY_POSTS = {
  name: 'forget-room-posts',
  text: `with theirs as (select id, picture from room_posts where author_key = $1 and posted_at <= $2),
    emptied as (
      update room_posts set text = '', picture = null, removed_at = coalesce(removed_at, now()), author_key = '${FORGOTTEN}:' || id,
        author = jsonb_build_object('platform', '${FORGOTTEN}', 'id', id, 'name', '')
      where id in (select id from theirs) returning id),
    answers as (
      update room_posts set text = '', video = null, removed_at = now()
      where kind <> 'post' and removed_at is null and in_reply_to in (select id from theirs) returning id),
    event as (
      insert into room_events (kind, post_id, at)
      select 'removed', id, now() from (select id from emptied union all select id from answers) as gone)
    select picture ->> 'sha256' as sha256 from theirs`,
};

export function createForgetStore({ drizzle, run }: Records, news: News): ForgetStore {
  return {
    async ask(member, askedAt) {
      const row = { member, askedAt };
      await drizzle.insert(forgetting).values(row).onConflictDoUpdate({ target: forgetting.member, set: row });
    },
    async heldOf(member) {
      const { id, postedAt: at, text, picture, authorKey, kind } = roomPosts;
      const [posts, views, answered, reports] = await Promise.all([
        drizzle
          .select({ id, at, text, picture })
          .from(roomPosts)
          .where(and(eq(authorKey, member), eq(kind, 'post'), isNull(roomPosts.removedAt)))
          .orderBy(asc(at)),
        drizzle
          .select({ clipId: clipViews.clipId, at: clipViews.at })
          .from(clipViews)
          .where(eq(clipViews.viewer, member))
          .orderBy(asc(clipViews.at)),
        drizzle
          .select({ first: duels.first, second: duels.second, answer: duels.answer, at: duels.at })
          .from(duels)
          .where(eq(duels.voter, member))
          .orderBy(asc(duels.at)),
        run<HeldBeside['reports'][number]>(REPORTS_OF, [member]),
      ]);
      return { posts, views, duels: answered, reports };
    },
    async emptyPosts(member, askedAt) {
      const rows = await run<{ sha256: string | null }>(EMPTY_POSTS, [member, askedAt]);
      if (rows.length > 0) news.publish('room');
      return rows.flatMap(({ sha256 }) => sha256 ?? []);
    },
    waiting: () => drizzle.select().from(forgetting),
    async requestsOf(member, askedAt) {
      const rows = await run<{ body: PromptRequest; busy: boolean }>(REQUESTS_OF, [member, askedAt, SETTLED]);
      return rows.map(({ body, busy }) => ({ request: body, busy }));
    },
    async postsAbout(requestId) {
      const rows = await drizzle
        .select()
        .from(ownPosts)
        .where(and(eq(ownPosts.requestId, requestId), isNotNull(ownPosts.postId)));
      return rows.map(({ platform, channel, postId }) => ({ platform, channel: channel ?? '', id: postId ?? '' }));
    },
    async forget(left, events) {
      const values = [left.id, left.version, JSON.stringify(left), JSON.stringify(Object.fromEntries(events))];
      const [row] = await run<{ forgotten: boolean }>(FORGET, values);
      return row?.forgotten === true;
    },
    async needsFile(sha256) {
      const [row] = await run<{ needed: boolean }>(NEEDS_FILE, [sha256]);
      return row?.needed !== false;
    },
    async done(member) {
      await run(PART, [member]);
      await drizzle.delete(joinCodes).where(eq(joinCodes.account, member));
      await drizzle.delete(joinTries).where(eq(joinTries.account, member));
      await drizzle.delete(memberSessions).where(eq(memberSessions.memberKey, member));
      await drizzle.delete(votes).where(eq(votes.voter, member));
      await drizzle.delete(duels).where(eq(duels.voter, member));
      await drizzle.delete(clipViews).where(eq(clipViews.viewer, member));
      await drizzle.delete(heldVotes).where(eq(heldVotes.voter, member));
      await drizzle.delete(lanes).where(eq(lanes.lane, member));
      await drizzle.delete(forgetting).where(eq(forgetting.member, member));
    },
  };
}
