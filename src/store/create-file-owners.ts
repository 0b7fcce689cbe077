import type { FileOwners } from '../files/file-owners.ts';
import type { PromptRequest } from '../requests/index.ts';
import { toText } from './plain-text.ts';
import type { Records } from './records.ts';

/** So many records to a statement: other statements wait no longer than that takes. */
const PAGE = 200;

/**
 * What the history says is what was, and holds nothing: it can only be added to. Bodies are looked through as text,
 * since wherever a hash stands in one it is a file that it has.
 */
const HELD_BY_REQUESTS = {
  name: 'files-held-by-requests',
  text: `with page as (select id, body from requests where id > $1 order by id limit ${PAGE})
    select (select max(id) from page) as last, array(
      select distinct found[1] from page, regexp_matches(body::text, '"sha256": "([0-9a-f]{64})"', 'g') as found
    ) as held`,
};
const HELD_BY_POSTS = {
  name: 'files-held-by-room-posts',
  text: `with page as (select id, picture, video from room_posts where id > $1 order by id limit ${PAGE})
    select (select max(id) from page) as last, array(
      select distinct found[1] from page,
        regexp_matches(concat_ws(' ', picture, video), '"sha256": "([0-9a-f]{64})"', 'g') as found
    ) as held`,
};
const HELD_BY_REELS = {
  name: 'files-held-by-reels',
  text: `with page as (select call_id, reel from call_reels where call_id > $1 order by call_id limit ${PAGE})
    select (select max(call_id) from page) as last, array(
      select distinct found[1] from page, regexp_matches(reel::text, '"sha256": "([0-9a-f]{64})"', 'g') as found
    ) as held`,
};

const HELD_BY_CALLS = {
  name: 'files-held-by-calls',
  text: `with page as (select id, body from calls where id > $1 order by id limit ${PAGE})
    select (select max(id) from page) as last, array(
      select distinct found[1] from page, regexp_matches(body::text, '"sha256": "([0-9a-f]{64})"', 'g') as found
    ) as held`,
};

const TURNED_DOWN = {
  name: 'pictures-turned-down',
  text: `select body from requests
    where state in ('refused', 'declined') and changed_at < $1 and jsonb_typeof(body -> 'picture') = 'object'
      and body #> '{appeal,decided}' is distinct from 'null'::jsonb
    order by asked_at, id limit $2`,
};
const TAKE_OFF = { name: 'take-picture-off-room-post', text: 'update room_posts set picture = null where id = $1' };

interface Page {
  /** Null behind the end. */
  last: string | null;
  held: string[];
}

export function createFileOwners({ run }: Records): FileOwners {
  return {
    async *filesHeld() {
      for (const statement of [HELD_BY_REQUESTS, HELD_BY_POSTS, HELD_BY_CALLS, HELD_BY_REELS]) {
        let last: string | null = '';
        while (last !== null) {
          const pages: Page[] = await run<Page>(statement, [last]);
          for (const { held } of pages) yield held;
          last = pages[0]?.last ?? null;
        }
      }
    },
    picturesTurnedDown: async (before, limit) =>
      (await run<{ body: PromptRequest }>(TURNED_DOWN, [before, limit])).map(({ body }) => body),
    async takeOffPost(postId) {
      await run(TAKE_OFF, [toText(postId)]);
    },
  };
}
