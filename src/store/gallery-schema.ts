import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Reel } from '../results/reels/reel-store.ts';
import { instant } from './instant-column.ts';

/** What delivered clips are found by; see `GalleryStore`. One that was taken down keeps its place among its relatives only. */
export const galleryClips = pgTable(
  'gallery_clips',
  {
    requestId: text().primaryKey(),
    parentId: text(),
    /** Null: not shown any more. */
    deliveredAt: instant(),
    style: text().notNull(),
    /** The same as it is compared. */
    styleKey: text().notNull(),
    words: text().notNull(),
    grams: integer().array().notNull(),
  },
  (table) => [
    index('gallery_clips_by_gram').using('gin', table.grams),
    index('gallery_clips_by_style').on(table.styleKey, table.deliveredAt).where(sql`style_key <> ''`),
    index('gallery_clips_by_parent').on(table.parentId).where(sql`parent_id is not null`),
  ],
);

/** See `ReelStore`. */
export const callReels = pgTable('call_reels', {
  callId: text().primaryKey(),
  reel: jsonb().$type<Reel>().notNull(),
});
