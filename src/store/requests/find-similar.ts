import { comparePrompts, readForComparison } from '../../likeness/compare-prompts.ts';
import { promptKey } from '../../likeness/normal-prompt.ts';
import { promptMarks } from '../../likeness/prompt-marks.ts';
import type { PromptRequest } from '../../requests/index.ts';
import type { Records } from '../records.ts';

/** So many are compared word by word. */
const COMPARED = 24;

/**
 * What thousands ask for is compared with some of them: each costs, and one is as good as another. Each mark is looked up by
 * itself, so that those which thousands share do not crowd out the rare one by which the nearest is found.
 */
const FIND = {
  name: 'find-similar',
  text: `
with near as materialized (
  (select request_id, marks, true as same from prompts where key = $2 and not folded and request_id <> $1
    order by request_id desc limit 50)
  union all
  (select distinct on (request_id) request_id, marks, false
   from unnest($3::int[]) as asked(mark) cross join lateral (
     select request_id, marks from prompts
     where marks @> array[mark] and not folded and key <> $2 and request_id <> $1 limit 40) as sharing
   order by request_id)),
nearest as materialized (
  select request_id, same, (select count(*) from unnest(marks) as mark where mark = any($3::int[])) as shared
  from near order by same desc, shared desc limit $4)
select r.body, same from nearest join requests r on r.id = request_id
order by same desc, shared desc, r.asked_at desc`,
};

/** See `RequestStore.similar`. */
export async function findSimilar(records: Records, request: PromptRequest, limit: number): Promise<PromptRequest[]> {
  const values = [request.id, promptKey(request.prompt), promptMarks(request.prompt), limit + COMPARED];
  const rows = await records.run<{ body: PromptRequest; same: boolean }>(FIND, values);
  const read = readForComparison(request.prompt);
  return rows
    .flatMap(({ body, same }) => {
      const { likeness, score } = comparePrompts(read, readForComparison(body.prompt));
      return same || likeness !== 'other' ? [{ body, score: same ? 2 : score }] : [];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ body }) => body);
}
