import type { FileOwners } from '../files/file-owners.ts';
import type { PromptRequest } from '../requests/index.ts';
import { FILE_HOLDERS } from './file-holders.ts';
import { toText } from './plain-text.ts';
import type { Records, Statement } from './records.ts';

/** So many records to a statement: other statements wait no longer than that takes. */
const PAGE = 200;

const HELD = FILE_HOLDERS.map(
  ({ table, id, text }): Statement => ({
    name: `files-held-by-${table}`,
    text: `with page as (select ${id} as id, ${text} as body from ${table} where ${id} > $1 order by ${id} limit ${PAGE})
    select (select max(id) from page) as last, array(
      select distinct found[1] from page, regexp_matches(body, '"sha256": "([0-9a-f]{64})"', 'g') as found
    ) as held`,
  }),
);

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
      for (const statement of HELD) {
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
