import { inArray } from 'drizzle-orm';
import type { GalleryStore, Relative } from '../results/gallery-store.ts';
import { gramsOf, searchableText } from '../results/search-words.ts';
import { toJson, toText } from './plain-text.ts';
import type { Records } from './records.ts';
import { galleryClips } from './schema.ts';

const KEEP = {
  name: 'keep-gallery-clips',
  text: `insert into gallery_clips (request_id, parent_id, delivered_at, style, style_key, words, grams)
    select "requestId", "parentId", "deliveredAt", style, "styleKey", words, grams
    from jsonb_to_recordset($1::jsonb) as c("requestId" text, "parentId" text, "deliveredAt" timestamptz, style text,
      "styleKey" text, words text, grams int[])
    on conflict (request_id) do update set parent_id = excluded.parent_id, delivered_at = excluded.delivered_at,
      style = excluded.style, style_key = excluded.style_key, words = excluded.words, grams = excluded.grams`,
};

/** By the index of pairs first, whatever the planner thinks of reading the newest until enough of them fit. */
const FIND_BY_WORDS = {
  name: 'find-gallery-clips-by-words',
  text: `with found as materialized (
      select request_id, delivered_at from gallery_clips
      where grams @> $1::int[] and words like all ($2::text[]) and ($3::text is null or style_key = $3))
    select request_id as id from found order by delivered_at desc, request_id limit $4`,
};
const FIND_BY_STYLE = {
  name: 'find-gallery-clips-by-style',
  text: `select request_id as id from gallery_clips where style_key = $1 and style_key <> ''
    order by delivered_at desc, request_id limit $2`,
};
const STYLES = {
  name: 'gallery-styles',
  text: `select max(style collate "C") as style from gallery_clips where style_key <> ''
    group by style_key order by count(*) desc, style_key limit $1`,
};

/** From the first of them down, each generation after the other; a ring, which cannot come about, would end too. */
const FAMILY = {
  name: 'gallery-family',
  text: `with recursive above as (
      select request_id, parent_id, 0 as height from gallery_clips where request_id = $1
      union all
      select g.request_id, g.parent_id, height + 1 from above join gallery_clips g on g.request_id = above.parent_id
      where height < 100),
    first as (select request_id from above order by height desc limit 1),
    below as (
      select g.request_id, g.parent_id, g.delivered_at, 0 as depth from gallery_clips g join first using (request_id)
      union all
      select g.request_id, g.parent_id, g.delivered_at, depth + 1 from below join gallery_clips g on g.parent_id = below.request_id
      where depth < 100)
    select request_id as "requestId", case when depth = 0 then null else parent_id end as "parentId",
      delivered_at is not null as shown
    from below order by depth, delivered_at, request_id limit $2`,
};

export function createGalleryStore({ drizzle, run }: Records): GalleryStore {
  return {
    async keep(clips) {
      const rows = clips.map(({ requestId, parentId, deliveredAt, style, texts }) => {
        const words = searchableText(texts);
        return { requestId, parentId, deliveredAt, style, styleKey: keyOf(style), words, grams: gramsOf(words) };
      });
      await run(KEEP, [toJson(rows)]);
    },
    async hide(requestIds) {
      const nothing = { deliveredAt: null, style: '', styleKey: '', words: '', grams: [] };
      await drizzle
        .update(galleryClips)
        .set(nothing)
        .where(inArray(galleryClips.requestId, [...requestIds]));
    },
    async find({ words, style }, limit) {
      const key = style === null ? null : keyOf(style);
      if (words === null) return key === null ? [] : idsOf(await run<{ id: string }>(FIND_BY_STYLE, [key, limit]));
      // What is folded has no sign left that `like` reads as anything else.
      const patterns = words.pieces.map((piece) => `%${toText(piece)}%`);
      return idsOf(await run<{ id: string }>(FIND_BY_WORDS, [words.grams, patterns, key, limit]));
    },
    async styles(limit) {
      return (await run<{ style: string }>(STYLES, [limit])).map(({ style }) => style);
    },
    family: (requestId, limit) => run<Relative>(FAMILY, [toText(requestId), limit]),
  };
}

function keyOf(style: string): string {
  return searchableText([style]).trim();
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
