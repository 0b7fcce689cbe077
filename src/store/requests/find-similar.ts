import type { PromptRequest } from '../../requests/index.ts';
import { NEAR, promptBands, promptKey, promptLikeness } from '../near-duplicates.ts';
import type { Records } from '../records.ts';

/** Candidates that are compared in full, per result that is asked for. */
const CANDIDATES = 4;

/** What thousands ask for is compared with some of them: each costs, and one is as good as another. */
const FIND = {
  name: 'find-similar',
  text: `
with near as materialized (
  (select request_id, bands, true as same from prompts where key = $2 and request_id <> $1 limit 200)
  union all
  (select request_id, bands, false from prompts where bands && $3::int[] and key <> $2 and request_id <> $1 limit 400)),
nearest as materialized (
  select request_id, same, (select count(*) from unnest(bands) as band where band = any($3::int[])) as shared
  from near order by same desc, shared desc limit $4)
select r.body, same from nearest join requests r on r.id = request_id
order by same desc, shared desc, r.asked_at desc`,
};

/** See `RequestStore.similar`. */
export async function findSimilar(records: Records, request: PromptRequest, limit: number): Promise<PromptRequest[]> {
  const values = [request.id, promptKey(request.prompt), promptBands(request.prompt), limit * CANDIDATES];
  const rows = await records.run<{ body: PromptRequest; same: boolean }>(FIND, values);
  return rows
    .map(({ body, same }) => ({ body, likeness: same ? 1 : promptLikeness(request.prompt, body.prompt) }))
    .filter(({ likeness }) => likeness >= NEAR)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, limit)
    .map(({ body }) => body);
}
