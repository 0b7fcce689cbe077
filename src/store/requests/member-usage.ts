import { SETTLED_STATES } from '../../requests/index.ts';
import type { Records } from '../records.ts';

const USAGE = {
  name: 'member-usage',
  text: `
select count(*) filter (where state <> all ($4::text[]))::int as open,
  count(*) filter (where asked_at >= $3::timestamptz)::int as since
from unnest($2::text[]) with ordinality as member(key, place)
left join requests on requests.requester = member.key and requests.call_id = $1
group by place order by place`,
};

/** See `RequestStore.usage`. */
export async function memberUsage(records: Records, callId: string, members: readonly string[], since: string) {
  if (members.length === 0) return [];
  return records.run<{ open: number; since: number }>(USAGE, [callId, members, since, SETTLED_STATES]);
}
