import { and, eq, isNotNull, or } from 'drizzle-orm';
import { type ForgetStore, type PromptRequest, SETTLED_STATES } from '../requests/index.ts';
import type { Records } from './records.ts';
import { clipFiles, clipFrames, clipViews, duels, forgetting, galleryClips, lanes, ownPosts, votes } from './schema.ts';

const SETTLED = SETTLED_STATES.filter((state) => state !== 'delivered');

const REQUESTS_OF = {
  name: 'requests-to-forget',
  text: `select body, state <> all($3) or exists (select from work where work.request_id = requests.id) as busy
    from requests where requester = $1 and asked_at <= $2 order by asked_at limit 200`,
};
const FORGET = { name: 'forget-request', text: 'select forget_request($1, $2, $3, $4) as forgotten' };
const NEEDS_FILE = {
  name: 'needs-file',
  text: `select exists (select from requests where body::text like '%' || $1 || '%')
    or exists (select from room_posts where picture::text like '%' || $1 || '%' or video::text like '%' || $1 || '%')
    as needed`,
};

export function createForgetStore({ drizzle, run }: Records): ForgetStore {
  return {
    async ask(member, askedAt) {
      const row = { member, askedAt };
      await drizzle.insert(forgetting).values(row).onConflictDoUpdate({ target: forgetting.member, set: row });
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
      // Before the next look, which finds the request forgotten already, nothing would come back for these.
      await drizzle.delete(clipFrames).where(eq(clipFrames.requestId, left.id));
      await drizzle.delete(clipFiles).where(eq(clipFiles.requestId, left.id));
      await drizzle.delete(galleryClips).where(eq(galleryClips.requestId, left.id));
      await drizzle.delete(duels).where(or(eq(duels.first, left.id), eq(duels.second, left.id)));
      return row?.forgotten === true;
    },
    async needsFile(sha256) {
      const [row] = await run<{ needed: boolean }>(NEEDS_FILE, [sha256]);
      return row?.needed !== false;
    },
    async done(member) {
      await drizzle.delete(votes).where(eq(votes.voter, member));
      await drizzle.delete(duels).where(eq(duels.voter, member));
      await drizzle.delete(clipViews).where(eq(clipViews.viewer, member));
      await drizzle.delete(lanes).where(eq(lanes.lane, member));
      await drizzle.delete(forgetting).where(eq(forgetting.member, member));
    },
  };
}
