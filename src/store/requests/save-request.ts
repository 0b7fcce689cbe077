import type { Commit } from '../../requests/index.ts';
import { promptBands, promptKey } from '../near-duplicates.ts';
import type { News } from '../news.ts';
import { toJson, toText } from '../plain-text.ts';
import type { Records } from '../records.ts';
import { newWorkFrom, newWorkRows, SAVE_WORK_ROWS } from '../work/save-work-rows.ts';

/**
 * All or nothing in one round trip. `held` is the work row that led here and is still ours; `ready` is the request, when
 * it is as it was when the event was decided. Both are locked, so what is seen here stays so until the commit.
 * A request that is not approved any more waits in no line.
 */
const SAVE = {
  name: 'save-request',
  text: `
with held as (
  select id from work where id = $6::text and epoch = $7::int and state <> 'open' for update),
ready as (
  select id from requests
  where id = $1::text and version = $2::int - 1 and ($6::text is null or exists (select from held)) for update),
saved_request as (
  update requests set version = $2, state = $3::text, body = $4::jsonb, changed_at = $5::timestamptz,
    delivered_at = $13::timestamptz
  where id in (select id from ready)),
done as (
  delete from work where id = $6 and exists (select from ready)),
left_line as (
  delete from work where $9 = 'approved' and request_id = $1 and step = 'start-clip' and state = 'open'
    and exists (select from ready)),
saved_history as (
  insert into history (request_id, version, at, from_state, to_state, actor, event)
  select id, $2, $8::timestamptz, $9::text, $3, $10::text, $11::jsonb from ready),
new_work as (
  ${newWorkFrom('$12')} where exists (select from ready)),
${SAVE_WORK_ROWS}
select exists (select from held) as held, exists (select from ready) as ready`,
};

const SAVE_PROMPT = {
  name: 'save-prompt',
  text: 'update prompts set key = $2, bands = $3::int[] where request_id = $1',
};

/** See `RequestStore.save`. */
export async function saveRequest(
  records: Records,
  news: News,
  commit: Commit,
): Promise<'saved' | 'stale' | 'superseded'> {
  const { request, entry, completes } = commit;
  const work = newWorkRows([commit]);
  const [answer] = await records.run<{ held: boolean; ready: boolean }>(SAVE, [
    request.id,
    request.version,
    request.state,
    toJson(request),
    request.changedAt,
    completes?.id ?? null,
    completes?.epoch ?? null,
    entry.at,
    entry.from,
    entry.actor === null ? null : toText(entry.actor),
    toJson(entry.event),
    toJson(work),
    request.state === 'delivered' ? request.deliveredAt : null,
  ]);
  if (completes && !answer?.held) return 'superseded';
  if (!answer?.ready) return 'stale';
  if (entry.event.kind === 'prompt-edited') {
    // Only what similar requests are found by: it may lag behind, so it needs no place in the transaction.
    await records.run(SAVE_PROMPT, [request.id, promptKey(request.prompt), promptBands(request.prompt)]);
  }
  news.publish('history');
  // A place at the engine that was left is news to the dispatcher as well.
  if (work.length > 0 || (entry.from === 'generating' && entry.to !== 'generating')) news.publish('work');
  return 'saved';
}
