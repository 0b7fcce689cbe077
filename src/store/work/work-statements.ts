import { WORK_COLUMNS } from './work-row.ts';

/** Rows by the tickets under which they were handed out. */
const TICKETS = 'unnest($1::text[], $2::int[]) as ticket(id, epoch)';
/** Written so that rows are looked up by their ids, also when the plan is made while hardly any are there. */
const IS_HELD = 'work.id = ticket.id and work.epoch = ticket.epoch and work.id = any ($1)';
const IS_OURS = "id = $1 and epoch = $2 and state <> 'open'";

const OPEN = "state = 'open', queued_at = null, lease_until = null";
/** A row whose worker died in the middle has had its try. */
const AND_COUNT = "attempt = attempt + case state when 'running' then 1 else 0 end";

export const TAKE = {
  name: 'take-work',
  text: `
with taken as (
  update work set state = 'running', lease_until = $3::timestamptz from ${TICKETS}
  where ${IS_HELD} and (work.state = 'queued') is true
  returning ${WORK_COLUMNS})
select taken.*, requests.body from taken join requests on requests.id = taken.request_id`,
};

export const IS_CURRENT = { name: 'is-work-current', text: `select 1 from work where ${IS_OURS}` };

export const RENEW = {
  name: 'renew-work',
  text: `update work set lease_until = $3::timestamptz from ${TICKETS} where ${IS_HELD} and work.state = 'running'`,
};

export const POSTPONE = {
  name: 'postpone-work',
  text: `
update work set ${OPEN}, due_at = $3::timestamptz, attempt = $4, error = coalesce($5, error)
where ${IS_OURS} returning 1`,
};

export const COMPLETE = { name: 'complete-work', text: `delete from work where ${IS_OURS} returning 1` };

export const QUEUED_BEFORE = {
  name: 'work-queued-before',
  text: `
select ${WORK_COLUMNS} from work where state = 'queued' and queued_at < $1::timestamptz
order by queued_at, seq limit $2`,
};

export const REOPEN = {
  name: 'reopen-work',
  text: `update work set ${OPEN} from ${TICKETS} where ${IS_HELD} and work.state = 'queued' returning 1`,
};

export const REOPEN_EXPIRED = {
  name: 'reopen-expired-work',
  text: `update work set ${OPEN}, ${AND_COUNT} where state = 'running' and lease_until < $1::timestamptz returning 1`,
};

export const REOPEN_ALL = {
  name: 'reopen-all-work',
  text: `update work set ${OPEN}, ${AND_COUNT} where state <> 'open' returning 1`,
};

/**
 * What a curator must settle first takes no place: a line that waited for that would stand still once as many starts are
 * in doubt as the engine has places. Should the engine be at it after all, it says itself when it has enough.
 */
export const IS_BEING_MADE = `state = 'generating' and not (body->'shots') @> '[{"state":"uncertain"}]'::jsonb`;

/** One look into each of two indexes; a `min` over both kinds at once would read all that waits. */
export const NEXT_DUE = {
  name: 'next-work-due',
  text: `
select least(
  (select min(due_at) from work where state = 'open' and step <> 'start-clip'),
  (select min(due_at) from work where state = 'open' and step = 'start-clip')) as due`,
};

export const STARTS_UNDER_WAY = {
  name: 'starts-under-way',
  text: `
select ((select count(*) from requests where ${IS_BEING_MADE})
  + (select count(*) from work where step = 'start-clip' and state <> 'open'))::int as n`,
};

export const COUNTS = { name: 'count-work', text: 'select state, count(*)::int as n from work group by state' };
