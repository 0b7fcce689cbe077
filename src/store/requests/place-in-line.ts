import type { Records } from '../records.ts';

const PLACE = {
  name: 'place-in-line',
  text: `
with own as (
  select w.id, w.vft, w.seq from work w join requests r on r.id = w.request_id
  where w.request_id = $1 and w.step = 'start-clip' and w.state = 'open' and r.state = 'approved'
  order by w.vft, w.seq limit 1)
select count(ahead.seq)::int as place from own
left join work ahead on ahead.state = 'open' and ahead.step = 'start-clip' and (ahead.vft, ahead.seq) < (own.vft, own.seq)
group by own.id`,
};

const HANDED_OUT = {
  name: 'handed-out-for-start',
  text: `
select 0 as place from work w join requests r on r.id = w.request_id
where w.request_id = $1 and w.step = 'start-clip' and r.state = 'approved'`,
};

/** See `RequestStore.placeInLine`; the order is that of `WorkStore.pick`. */
export async function placeInLine(records: Records, requestId: string): Promise<number | null> {
  const [waiting] = await records.run<{ place: number }>(PLACE, [requestId]);
  if (waiting) return waiting.place;
  const [next] = await records.run<{ place: number }>(HANDED_OUT, [requestId]);
  return next?.place ?? null;
}
