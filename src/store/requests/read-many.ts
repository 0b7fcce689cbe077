import type { HistoryEntry, MemberRecord, PostRef, PromptRequest } from '../../requests/index.ts';
import { toText } from '../plain-text.ts';
import type { Records } from '../records.ts';
import { HISTORY_COLUMNS, type HistoryRow, toHistoryEntry } from './history-entry.ts';

/** What pages need of many requests at once: one statement each, however many there are. */

const FIND_MANY = { name: 'find-requests', text: 'select id, body from requests where id = any ($1::text[])' };

/** See `RequestStore.findMany`. */
export async function findMany(records: Records, ids: readonly string[]): Promise<PromptRequest[]> {
  if (ids.length === 0) return [];
  const asked = ids.map(toText);
  const rows = await records.run<{ id: string; body: PromptRequest }>(FIND_MANY, [asked]);
  const byId = new Map(rows.map(({ id, body }) => [id, body]));
  return asked.flatMap((id) => byId.get(id) ?? []);
}

const FIND_BY_POSTS = {
  name: 'find-requests-by-posts',
  text: `
select requests.body from unnest($1::text[], $2::text[]) with ordinality as post(platform, id, place)
left join requests on requests.platform = post.platform and requests.post_id = post.id order by post.place`,
};

/** See `RequestStore.findByPosts`. */
export async function findByPosts(records: Records, posts: readonly Pick<PostRef, 'platform' | 'id'>[]) {
  if (posts.length === 0) return [];
  const values = [posts.map(({ platform }) => platform), posts.map(({ id }) => toText(id))];
  return (await records.run<{ body: PromptRequest | null }>(FIND_BY_POSTS, values)).map(({ body }) => body);
}

const HISTORIES = {
  name: 'histories-of-requests',
  text: `select ${HISTORY_COLUMNS} from history where request_id = any ($1::text[]) order by request_id, version`,
};

/** See `RequestStore.histories`. */
export async function histories(records: Records, ids: readonly string[]): Promise<HistoryEntry[][]> {
  if (ids.length === 0) return [];
  const asked = ids.map(toText);
  const rows = await records.run<HistoryRow>(HISTORIES, [asked]);
  const byRequest = Map.groupBy(rows, (row) => row.request_id);
  return asked.map((id) => (byRequest.get(id) ?? []).map(toHistoryEntry));
}

const MEMBER_RECORDS = {
  name: 'member-records',
  text: `
select count(requests.id)::int as asked,
  count(*) filter (where state = 'delivered')::int as delivered,
  count(*) filter (where state = 'declined')::int as declined,
  count(*) filter (where state in ('refused', 'blocked'))::int as refused
from unnest($1::text[]) with ordinality as member(key, place)
left join requests on requests.requester = member.key
group by place order by place`,
};

/** See `RequestStore.memberRecords`. */
export async function memberRecords(records: Records, members: readonly string[]): Promise<MemberRecord[]> {
  return members.length === 0 ? [] : records.run<MemberRecord>(MEMBER_RECORDS, [members]);
}

const COME_TO_NOTHING = {
  name: 'come-to-nothing',
  text: `
select member.place::int - 1 as place, each.body
from unnest($1::text[]) with ordinality as member(key, place) cross join lateral (
  select body, asked_at from requests
  where requester = any (accounts_of(member.key)) and asked_at >= $2::timestamptz and state in ('refused', 'declined')
  order by asked_at desc limit 100) as each
order by member.place, each.asked_at desc`,
};

/** See `RequestStore.comeToNothing`. */
export async function comeToNothing(
  records: Records,
  members: readonly string[],
  since: string,
): Promise<PromptRequest[][]> {
  if (members.length === 0) return [];
  const rows = await records.run<{ place: number; body: PromptRequest }>(COME_TO_NOTHING, [members, since]);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return members.map((_, place) => (byPlace.get(place) ?? []).map(({ body }) => body));
}
