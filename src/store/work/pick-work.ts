import type { PickRules, WorkRow } from '../../queue/work-store.ts';
import { LEISURELY_STEP } from '../../requests/index.ts';
import type { Records } from '../records.ts';
import { toWorkRow, WORK_COLUMNS, type WorkColumns } from './work-row.ts';
import { IS_BEING_MADE } from './work-statements.ts';

/** Rows at the head of the line that are looked at before the line is read lane by lane. */
const HEAD = 200;

const HAND_OUT = "state = 'queued', epoch = work.epoch + 1, queued_at = $1::timestamptz";
const WAITS = "state = 'open' and step = 'start-clip'";
/** Written so that no index is used for it: nearly all that waits is due, and it is the order that matters. */
const IS_DUE = '(due_at <= $1::timestamptz) is true';

const PICK_UNDER_WAY = {
  name: 'pick-work-under-way',
  text: `
with urgent as (
  select id from work where state = 'open' and step <> 'start-clip' and step <> '${LEISURELY_STEP}'
  and due_at <= $1::timestamptz order by due_at, seq limit $2 for update skip locked),
leisurely as (
  select id from work where state = 'open' and step = '${LEISURELY_STEP}' and due_at <= $1::timestamptz
  and (select count(*) from urgent) < $2 and not exists (
    select from work where state <> 'open' and step = '${LEISURELY_STEP}')
  order by due_at, seq limit 1 for update skip locked),
chosen as (select id from urgent union all select id from leisurely),
picked as (
  update work set ${HAND_OUT} from chosen where work.id = chosen.id returning ${WORK_COLUMNS}, work.seq)
select * from picked order by due_at, seq`,
};

/** Lanes with clips under way, and how many. Accounts of one person have one lane, from when they are joined. */
const BUSY = `
busy as (
  select coalesce(person, lane) as lane, count(*) as n from (
    select requester as lane from requests where ${IS_BEING_MADE}
    union all
    select lane from work where step = 'start-clip' and state <> 'open') as clips
  left join joined_accounts on account = lane
  group by coalesce(person, lane))`;

/**
 * Chooses from rows named `front`, each with what its lane has under way: by virtual finish time, no lane over what it
 * may have. The line's clock follows to the virtual start of what was chosen, so that who comes new joins the round that
 * is being served.
 */
const CHOOSE = `
ranked as (
  select id, vft, seq, under_way + row_number() over (partition by lane order by vft, seq) as place from front),
best as (
  select id from ranked where place <= $3::int order by vft, seq limit $2),
chosen as (
  select id from work where id in (select id from best) and state = 'open' for update skip locked),
picked as (
  update work set ${HAND_OUT} from chosen where work.id = chosen.id returning ${WORK_COLUMNS}, work.vft, work.seq),
clock as (
  update line_clock set now = greatest(now, (select max(vft) - 1 from picked)) where exists (select from picked))
select * from picked order by vft, seq`;

const PICK_FROM_HEAD = {
  name: 'pick-starts-from-head',
  text: `
with ${BUSY},
head as (
  select id, lane, vft, seq from work where ${WAITS} and ${IS_DUE} order by vft, seq limit ${HEAD}),
front as (
  select head.*, coalesce(busy.n, 0) as under_way from head left join busy on busy.lane = head.lane
  where coalesce(busy.n, 0) < $3::int),
${CHOOSE}`,
};

/**
 * When the head is full of lanes that have enough under way: the first rows of each lane, by one index look-up a lane,
 * however many rows the lanes have.
 */
const PICK_BY_LANE = {
  name: 'pick-starts-by-lane',
  text: `
with recursive ${BUSY},
waiting as (
  (select lane from work where ${WAITS} order by lane limit 1)
  union all
  select (select work.lane from work where ${WAITS} and work.lane > waiting.lane order by work.lane limit 1)
  from waiting where waiting.lane is not null),
front as (
  select first.*, coalesce(busy.n, 0) as under_way from waiting left join busy on busy.lane = waiting.lane
  cross join lateral (
    select id, lane, vft, seq from work where ${WAITS} and work.lane = waiting.lane and ${IS_DUE}
    order by vft, seq limit $3::int) as first
  where waiting.lane is not null and coalesce(busy.n, 0) < $3::int),
${CHOOSE}`,
};

/** See `WorkStore.pick`. */
export async function pickWork(records: Records, rules: PickRules): Promise<WorkRow[]> {
  const { limit, startable, inFlightPerMember, now } = rules;
  if (limit <= 0) return [];
  const rows = await records.run<WorkColumns>(PICK_UNDER_WAY, [now, limit]);
  let places = Math.min(limit - rows.length, startable);
  for (const statement of [PICK_FROM_HEAD, PICK_BY_LANE]) {
    while (places > 0) {
      const picked = await records.run<WorkColumns>(statement, [now, places, inFlightPerMember]);
      rows.push(...picked);
      places -= picked.length;
      if (picked.length === 0) break;
    }
  }
  return rows.map(toWorkRow);
}
