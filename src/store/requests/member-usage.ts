import { type MemberUsage, SETTLED_STATES } from '../../requests/index.ts';
import type { Records } from '../records.ts';

const USAGE = {
  name: 'member-usage',
  text: `
select min(person) as person, coalesce(sum(open), 0)::int as open, coalesce(sum(since), 0)::int as since, max(last) as last,
  coalesce(jsonb_object_agg(call_id, asked) filter (where call_id is not null), '{}') as "byCall"
from (
  select place, coalesce(mine.person, member.key) as person, call_id, count(call_id) as asked, max(asked_at) as last,
    count(*) filter (where state <> all ($3::text[])) as open,
    count(*) filter (where asked_at >= $2::timestamptz) as since
  from unnest($1::text[]) with ordinality as member(key, place)
  left join joined_accounts mine on mine.account = member.key
  left join joined_accounts each on each.person = mine.person
  left join requests on requests.requester = coalesce(each.account, member.key)
  group by place, coalesce(mine.person, member.key), call_id) as calls
group by place order by place`,
};

type Row = Omit<MemberUsage, 'lastAskedAt'> & { last: Date | string | null };

/** See `RequestStore.usage`. */
export async function memberUsage(records: Records, members: readonly string[], since: string): Promise<MemberUsage[]> {
  if (members.length === 0) return [];
  const rows = await records.run<Row>(USAGE, [members, since, SETTLED_STATES]);
  return rows.map(({ last, ...counts }) => ({ ...counts, lastAskedAt: last && new Date(last).toISOString() }));
}
