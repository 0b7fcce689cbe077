import { eq } from 'drizzle-orm';
import type { KnownByFrames, KnownClips } from '../generation/provenance/known-clips.ts';
import type { Records } from './records.ts';
import { clipFiles } from './schema.ts';

/** In how many of 256 bits two frames may differ and still be taken for the same; see docs/measurements.md. */
const ALIKE = 60;

/** Pieces of a hash that are looked up by index: two hashes that are alike share one of them all but always. */
const BAND_LETTERS = 4;
const BAND_BITS = 16;

const KEEP = {
  name: 'keep-known-clip',
  text: `with gone as (delete from clip_frames where request_id = $1),
    files as (
      insert into clip_files (sha256, request_id) select jsonb_array_elements_text($3::jsonb), $1 on conflict do nothing)
    insert into clip_frames (request_id, hash, bands)
    select $1, ('x' || hash)::bit(256), array(select jsonb_array_elements_text(bands)::int)
    from jsonb_to_recordset($2::jsonb) as frame(hash text, bands jsonb)`,
};

/**
 * Hashes that share a band are found by the index and only those compared. One after the other: the planner, which does
 * not know yet how many there will be, would read the table whole.
 */
const FIND = {
  name: 'find-clips-by-frames',
  text: `select like_it."requestId", count(*)::int as frames, avg(like_it.bits)::float8 as bits
    from (
      select asked.frame, near.request_id as "requestId", min(near.bits) as bits
      from jsonb_to_recordset($1::jsonb) as asked(frame int, hash text, bands jsonb)
      cross join lateral (
        select request_id, bit_count(hash # ('x' || asked.hash)::bit(256)) as bits from clip_frames
        where bands && array(select jsonb_array_elements_text(asked.bands)::int) offset 0) as near
      where near.bits <= $2
      group by asked.frame, near.request_id) as like_it
    group by like_it."requestId" order by frames desc, bits limit 8`,
};

export function createKnownClips({ drizzle, run }: Records): KnownClips {
  return {
    async keep(requestId, { files, frameHashes }) {
      const frames = frameHashes.map((hash) => ({ hash, bands: bandsOf(hash) }));
      await run(KEEP, [requestId, JSON.stringify(frames), JSON.stringify([...new Set(files)])]);
    },
    async addFile(requestId, sha256) {
      await drizzle.insert(clipFiles).values({ sha256, requestId }).onConflictDoNothing();
    },
    async findByFile(sha256) {
      const [row] = await drizzle.select().from(clipFiles).where(eq(clipFiles.sha256, sha256)).limit(1);
      return row?.requestId ?? null;
    },
    async findByFrames(frames) {
      const asked = frames.flatMap((hashes, frame) => hashes.map((hash) => ({ frame, hash, bands: bandsOf(hash) })));
      return asked.length === 0 ? [] : run<KnownByFrames>(FIND, [JSON.stringify(asked), ALIKE]);
    },
  };
}

/** Each with its place, so that one array holds them all: 20 bits. */
function bandsOf(hash: string): number[] {
  return Array.from({ length: hash.length / BAND_LETTERS }, (_, band) => {
    const letters = hash.slice(band * BAND_LETTERS, (band + 1) * BAND_LETTERS);
    return band * 2 ** BAND_BITS + Number.parseInt(letters, 16);
  });
}
