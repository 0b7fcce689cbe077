import { type Change, type Commit, memberKey, TAKEN_AT_BIRTH, workId } from '../../requests/index.ts';

/** Of a turn; whoever is trusted gets four in the time in which others get one, and so the first in a round. */
const TRUSTED_COST = 0.25;

/** The work of the changes, as `newWorkFrom` reads it. `lane` is the account whose turn a `start-clip` row uses. */
export function newWorkRows(changes: readonly (Change & Pick<Commit, 'takes'>)[]) {
  const rows = changes.flatMap(({ request, entry, work, takes }) =>
    work.map((each) => ({
      id: workId(request.id, request.version, each),
      requestId: request.id,
      step: each.step,
      work: each,
      dueAt: each.step === 'check-shot' ? later(entry.at, each.afterMs) : entry.at,
      lane: each.step === 'start-clip' ? memberKey(request.requester) : null,
      cost: request.trusted ? TRUSTED_COST : 1,
      ...(takes?.step === each.step
        ? { state: 'running', epoch: TAKEN_AT_BIRTH, leaseUntil: takes.leaseUntil }
        : { state: 'open', epoch: 0, leaseUntil: null }),
    })),
  );
  return rows.map((row, place) => ({ ...row, place }));
}

function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/**
 * Clauses of a `with` that save work rows, given one named `new_work` with their columns. The virtual finish time of a
 * `start-clip` row (start-time fair queueing: P. Goyal, H. Vin, H. Cheng, 1996) is its cost after the last of its lane or
 * after the line's clock, whichever is later: a member with many rows in line comes to have late ones, a newcomer gets into
 * the round that is being served.
 */
export const SAVE_WORK_ROWS = `
  demand as (select lane, sum(cost) as n from new_work where lane is not null group by lane),
  moved_lanes as (
    insert into lanes (lane, last)
    select d.lane, c.now + d.n from demand d, line_clock c order by d.lane
    on conflict (lane) do update set last = greatest(
      excluded.last, lanes.last + (select n from demand d where d.lane = excluded.lane))
    returning lane, last),
  saved_work as (
    insert into work (id, request_id, step, work, due_at, state, epoch, lease_until, lane, vft)
    select w.id, w.request_id, w.step, w.work, w.due_at, w.state, w.epoch, w.lease_until, w.lane,
      l.last - sum(w.cost) over lane_rest + w.cost
    from new_work w left join moved_lanes l on l.lane = w.lane
    window lane_rest as (partition by w.lane order by w.place rows between current row and unbounded following)
    order by w.place
    on conflict (id) do nothing
    returning 1)`;

/** The columns of `new_work`, from `newWorkRows` in JSON as the given value. Accounts of one person have one lane. */
export function newWorkFrom(value: string): string {
  return `
  select w.id, "requestId" as request_id, step, work, "dueAt" as due_at, state, epoch,
    "leaseUntil" as lease_until, coalesce(j.person, lane) as lane, cost, place
  from jsonb_to_recordset(${value}::jsonb) as
    w(id text, "requestId" text, step text, work jsonb, "dueAt" timestamptz, state text, epoch int,
      "leaseUntil" timestamptz, lane text, cost float8, place int)
  left join joined_accounts j on j.account = lane`;
}
