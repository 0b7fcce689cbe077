import { comparePrompts, readForComparison } from '../../likeness/compare-prompts.ts';
import { promptKey } from '../../likeness/normal-prompt.ts';
import { promptMarks } from '../../likeness/prompt-marks.ts';
import type { PromptRequest } from '../../requests/index.ts';
import type { Records } from '../records.ts';
import { newestSharing } from './newest-sharing.ts';

/** So many are compared word by word. */
const COMPARED = 24;

/**
 * Where as many ask for the very same as are looked for, nothing else is: of thousands one is as good as another. Otherwise
 * those, which have all the marks too, are fewer than what is taken of the nearest.
 */
const FIND = {
  name: 'find-similar',
  text: `
with same as materialized (
  select request_id from prompts where key = $2 and not folded and request_id <> $1 order by request_id desc limit $4),
nearest as materialized (
  ${newestSharing('$3')} having (select count(*) from same) < $4 order by shared desc, prompt desc limit 2 * $4 + $5),
found as materialized (
  select request_id, true as same, 0 as shared from same
  union all
  (select request_id, false, shared from nearest join prompts on number = prompt
   where key <> $2 and request_id <> $1 order by shared desc, number desc limit $5))
select r.body, same from found join requests r on r.id = request_id
order by same desc, shared desc, r.asked_at desc`,
};

/** See `RequestStore.similar`. */
export async function findSimilar(records: Records, request: PromptRequest, limit: number): Promise<PromptRequest[]> {
  const values = [request.id, promptKey(request.prompt), promptMarks(request.prompt), limit, COMPARED];
  const rows = await records.run<{ body: PromptRequest; same: boolean }>(FIND, values);
  const read = readForComparison(request.prompt);
  return rows
    .flatMap(({ body, same }) => {
      if (same) return [{ body, score: 2 }];
      const { likeness, score } = comparePrompts(read, readForComparison(body.prompt));
      return likeness === 'other' ? [] : [{ body, score }];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ body }) => body);
}
