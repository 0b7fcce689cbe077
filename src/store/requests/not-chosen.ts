import type { PromptRequest } from '../../requests/index.ts';
import type { Records } from '../records.ts';

const NOT_CHOSEN = {
  name: 'not-chosen',
  text: `
select body from requests
where call_id = any ($1::text[]) and state in ('in-review', 'held') and body -> 'appealOf' = 'null'::jsonb
  and not exists (select from decisions where request_id = requests.id)
  and not exists (
    select from requests as other
    where other.body #>> '{merged,into}' is not null and other.body #>> '{merged,into}' = requests.id
      and other.state = 'merged' and other.call_id <> all ($1::text[]))
order by asked_at, id limit $2`,
};

/** See `RequestStore.notChosen`. */
export async function notChosen(records: Records, callIds: readonly string[], limit: number): Promise<PromptRequest[]> {
  return (await records.run<{ body: PromptRequest }>(NOT_CHOSEN, [callIds, limit])).map(({ body }) => body);
}
