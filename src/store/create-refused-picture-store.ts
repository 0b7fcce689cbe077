import type { RefusedPicture, RefusedPictureStore } from '../moderation/screening/refused-picture-store.ts';
import type { Records } from './records.ts';

const ADD = {
  name: 'add-refused-pictures',
  text: `
insert into refused_pictures (hash, mark, policy, added_by, at)
select hash, case when hash like 'phash:%' then substr(hash, 7)::bit(64) end, policy, "by", at
from jsonb_to_recordset($1::jsonb) as given(hash text, policy text, "by" text, at timestamptz)
on conflict (hash) do nothing returning hash`,
};
const REMOVE = {
  name: 'remove-refused-pictures',
  text: 'delete from refused_pictures where hash = any ($1::text[]) returning hash',
};
const COUNT = { name: 'count-refused-pictures', text: 'select count(*)::int as found from refused_pictures' };
/** All marks are compared: a hundred thousand take some milliseconds, and a picture comes seldom. */
const FIND = {
  name: 'find-refused-picture',
  text: `
select hash, policy, added_by as "by", at from (
  select *, 0 as apart from refused_pictures where hash = any ($1::text[])
  union all
  select *, bit_count(mark # $2::text::bit(64)) as apart from refused_pictures where mark is not null) as known
where apart <= $3 order by apart, hash limit 1`,
};

type Row = Omit<RefusedPicture, 'at'> & { at: Date | string };

export function createRefusedPictureStore(records: Records): RefusedPictureStore {
  return {
    async add(pictures) {
      const unique = [...new Map(pictures.map((picture) => [picture.hash, picture])).values()];
      return unique.length === 0 ? 0 : (await records.run(ADD, [JSON.stringify(unique)])).length;
    },
    remove: async (hashes) => (await records.run(REMOVE, [hashes])).length,
    count: async () => (await records.run<{ found: number }>(COUNT))[0]?.found ?? 0,
    async find({ sha256, mark }, within) {
      const [row] = await records.run<Row>(FIND, [sha256.map((each) => `sha256:${each}`), mark, within]);
      return row ? { ...row, at: new Date(row.at).toISOString() } : null;
    },
  };
}
