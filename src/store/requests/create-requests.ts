import { type Change, SEEDED } from '../../requests/index.ts';
import { THIS_TRANSACTION } from '../feed.ts';
import type { News } from '../news.ts';
import { toJson } from '../plain-text.ts';
import type { Records } from '../records.ts';
import { newWorkFrom, newWorkRows, SAVE_WORK_ROWS } from '../work/save-work-rows.ts';
import { requestColumns } from './request-columns.ts';

/**
 * Nothing is found to be like a seeded case, which nobody asked. Rows go in by their posts' order, so that two processes
 * that take in the same posts cannot lock each other out.
 */
const CREATE = {
  name: 'create-requests',
  text: `
with made as (
  insert into requests
    (id, body, version, state, call_id, requester, platform, post_id, asked_at, changed_at, delivered_at)
  select id, body, version, state, "callId", requester, platform, "postId", "askedAt", "changedAt", "deliveredAt"
  from jsonb_to_recordset($1::jsonb) as r(id text, body jsonb, version int, state text, "callId" text, requester text,
    platform text, "postId" text, "askedAt" timestamptz, "changedAt" timestamptz, "deliveredAt" timestamptz)
  order by platform, "postId"
  on conflict do nothing
  returning id),
saved_prompts as (
  insert into prompts (request_id, key, marks)
  select p.id, p."promptKey", p.marks
  from jsonb_to_recordset($1::jsonb) as p(id text, platform text, "promptKey" text, marks int[])
    join made on made.id = p.id
  where p.platform <> '${SEEDED}'),
saved_history as (
  insert into history (tx, request_id, version, at, from_state, to_state, actor, event)
  select ${THIS_TRANSACTION}, e."requestId", e.version, e.at, e."from", e."to", e.actor, e.event
  from jsonb_to_recordset($2::jsonb) as e("requestId" text, version int, at timestamptz, "from" text, "to" text,
    actor text, event jsonb) join made on made.id = e."requestId"
  order by e."requestId", e.version),
new_work as (
  ${newWorkFrom('$3')} where "requestId" in (select id from made)),
${SAVE_WORK_ROWS}
select id, exists (select from saved_work) as work from made`,
};

/** See `RequestStore.create`. One statement, so one transaction. */
export async function createRequests(records: Records, news: News, arrivals: readonly (readonly Change[])[]) {
  const lasts = arrivals.map((changes) => {
    const last = changes.at(-1);
    if (!last) throw new TypeError('An arrival without a change');
    return last;
  });
  const fresh = firstOfEach(lasts);
  const entries = arrivals.flatMap((changes, place) => (fresh.has(place) ? changes.map(({ entry }) => entry) : []));
  const changes = lasts.filter((_, place) => fresh.has(place));
  if (changes.length === 0) return [];
  const made = await records.run<{ id: string; work: boolean }>(CREATE, [
    toJson(changes.map(({ request }) => requestColumns(request))),
    toJson(entries),
    // The work of earlier changes is done: it is what led to the later ones.
    toJson(newWorkRows(changes)),
  ]);
  if (made.length > 0) news.publish('history');
  if (made.some(({ work }) => work)) news.publish('work');
  const created = new Set(made.map(({ id }) => id));
  return lasts.map(({ request }, place) =>
    fresh.has(place) && created.has(request.id) ? ('created' as const) : ('known' as const),
  );
}

/** The places of the arrivals whose post and id did not come before in the same batch. */
function firstOfEach(lasts: readonly Change[]): Set<number> {
  const seen = new Set<string>();
  const fresh = new Set<number>();
  lasts.forEach(({ request: { id, post } }, place) => {
    const keys = [`id ${id}`, `post ${post.platform} ${post.id}`];
    if (!keys.some((key) => seen.has(key))) fresh.add(place);
    for (const key of keys) seen.add(key);
  });
  return fresh;
}
