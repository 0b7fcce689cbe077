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

/** Reads the line once, as far as the last of those asked for stands. */
const PLACES = {
  name: 'places-in-line',
  text: `
with own as (
  select w.request_id, min(w.vft) as vft, bool_or(w.state = 'open') as waits
  from work w join requests r on r.id = w.request_id
  where w.request_id = any ($1::text[]) and w.step = 'start-clip' and r.state = 'approved'
  group by w.request_id),
line as (
  select request_id, row_number() over (order by vft, seq) - 1 as place from work
  where state = 'open' and step = 'start-clip' and vft <= (select max(vft) from own where waits)
  order by vft, seq)
select own.request_id as id, coalesce(min(line.place), 0)::int as place
from own left join line on line.request_id = own.request_id and own.waits group by own.request_id`,
};

/** See `RequestStore.placesInLine`. */
export async function placesInLine(records: Records, requestIds: readonly string[]): Promise<(number | null)[]> {
  if (requestIds.length === 0) return [];
  const rows = await records.run<{ id: string; place: number }>(PLACES, [requestIds]);
  const places = new Map(rows.map(({ id, place }) => [id, place]));
  return requestIds.map((id) => places.get(id) ?? null);
}

/** See `RequestStore.placeInLine`; the order is that of `WorkStore.pick`. */
export async function placeInLine(records: Records, requestId: string): Promise<number | null> {
  const [waiting] = await records.run<{ place: number }>(PLACE, [requestId]);
  if (waiting) return waiting.place;
  const [next] = await records.run<{ place: number }>(HANDED_OUT, [requestId]);
  return next?.place ?? null;
}
