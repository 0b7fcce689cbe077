import type { PromptRequest } from '../../requests/index.ts';
import type { Records } from '../records.ts';

/** Moments are kept as ISO 8601 in UTC, whose order is that of time. */
const HOLDS_DUE = {
  name: 'holds-due',
  text: `
select body from requests where state = 'held' and body #>> '{hold,until}' <= $1
order by body #>> '{hold,until}' limit $2`,
};

/** See `RequestStore.holdsDue`. */
export async function holdsDue(records: Records, now: string, limit: number): Promise<PromptRequest[]> {
  return (await records.run<{ body: PromptRequest }>(HOLDS_DUE, [now, limit])).map(({ body }) => body);
}
