import type { PromptRequest } from '../../requests/index.ts';
import { NEAR, promptBands, promptKey, promptLikeness } from '../near-duplicates.ts';
import type { Records } from '../records.ts';

/** Candidates that are compared in full, per result that is asked for. */
const CANDIDATES = 4;

const FIND = {
  name: 'find-similar',
  text: `
select r.body, (p.key = $2) as same from prompts p join requests r on r.id = p.request_id
where p.request_id <> $1 and (p.key = $2 or p.bands && $3::int[])
order by p.key = $2 desc, (select count(*) from unnest(p.bands) as band where band = any($3::int[])) desc, r.asked_at desc
limit $4`,
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
