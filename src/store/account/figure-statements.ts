import { NO_CURATORS } from '../../requests/index.ts';

/** Everything here is of the time from `$1` on and before `$2`. */
const IN_TIME = 'at >= $1::timestamptz and at < $2::timestamptz';

/** Who decides at the desk or on a card; the others are the machine and those who ask. */
export const BY_CURATOR = `actor not in (${NO_CURATORS.map((actor) => `'${actor}'`).join(', ')})`;

/** In or out of review. A first of two approvals leaves it where it is. */
const CAME_IN = "to_state = 'in-review' and from_state is distinct from 'in-review'";
const WENT_OUT = "from_state = 'in-review' and to_state <> 'in-review'";

/** What a curator decided, of whatever time. What is put aside is not decided. */
export const WENT_OUT_BY_CURATOR = `${WENT_OUT} and to_state <> 'held' and ${BY_CURATOR}`;

const stepOf = (at: string) => `date_trunc($3, ${at} at time zone 'UTC') at time zone 'UTC'`;

export const TIMES = {
  name: 'figures-times',
  text: `select ${stepOf('at')} as at,
      count(*) filter (where from_state is null and not exists (
        select from seeded_cases where seeded_cases.request_id = history.request_id))::int as asked,
      count(*) filter (where ${WENT_OUT_BY_CURATOR})::int as decided,
      count(*) filter (where from_state = 'ready' and to_state = 'delivered')::int as delivered,
      (count(*) filter (where ${CAME_IN}) - count(*) filter (where ${WENT_OUT}))::int as more
    from history where ${IN_TIME} group by 1`,
};

/** How many more wait now than at `$2`: what happened since. */
export const WAITING = {
  name: 'figures-waiting',
  text: `select (select count(*)::int from requests where state = 'in-review') as waiting,
      (select asked_at from requests where state = 'in-review' order by asked_at limit 1) as oldest,
      (select (count(*) filter (where ${CAME_IN}) - count(*) filter (where ${WENT_OUT}))::int
        from history where at >= $1::timestamptz) as since`,
};

/** In all, by step, and by curator. A request that came back is measured from when it came back. */
export const SPEED = {
  name: 'figures-speed',
  text: `with decided as materialized (
      select ${stepOf('at')} as step, actor, extract(epoch from at - (
        select earlier.at from history as earlier
        where earlier.request_id = entry.request_id and earlier.version < entry.version
          and earlier.to_state = 'in-review' and earlier.from_state is distinct from 'in-review'
        order by earlier.version desc limit 1))::float8 as seconds
      from history as entry where ${IN_TIME} and ${WENT_OUT_BY_CURATOR})
    select step, actor, percentile_cont(array[0.5, 0.95]) within group (order by seconds) as seconds
    from decided where seconds is not null group by grouping sets ((), (step), (actor))`,
};

export const REASONS = {
  name: 'figures-reasons',
  text: `select coalesce(event #>> '{decline,reason}', '') as name, count(*)::int as count
    from history where ${IN_TIME} and to_state = 'declined' and event ->> 'kind' = 'declined'
    group by 1 order by 2 desc, 1`,
};

export const POLICIES = {
  name: 'figures-policies',
  text: `select finding ->> 'policy' as name, count(distinct (request_id, version))::int as count
    from history, jsonb_array_elements(event #> '{verdict,findings}') as finding
    where ${IN_TIME} and event ->> 'kind' in ('prompt-screened', 'clip-screened')
      and to_state in ('refused', 'blocked') and finding ->> 'outcome' = 'refuse'
    group by 1 order by 2 desc, 1`,
};

export const DEEDS = {
  name: 'figures-deeds',
  text: `select actor, event ->> 'kind' as kind, count(*)::int as count
    from history where ${IN_TIME} and ${BY_CURATOR} group by 1, 2`,
};

/**
 * A first approval, and a first release of a clip, leave the request where it is; the next word on it is another
 * curator's. They agree where it then goes on.
 */
export const AGREEMENT = {
  name: 'figures-agreement',
  text: `select entry.actor as first, next.actor as second, count(*)::int as together,
      count(*) filter (where next.to_state not in ('declined', 'blocked', entry.to_state))::int as agreed
    from history as entry cross join lateral (
      select later.actor, later.to_state from history as later
      where later.request_id = entry.request_id and later.version > entry.version
        and later.event ->> 'kind' in ('approved', 'declined', 'clip-released', 'clip-blocked')
      order by later.version limit 1) as next
    where ${IN_TIME} and entry.from_state = entry.to_state
      and ((entry.from_state = 'in-review' and entry.event ->> 'kind' = 'approved')
        or (entry.from_state = 'finishing' and entry.event ->> 'kind' = 'clip-released'))
    group by 1, 2`,
};

/** How often each was right about what was known. */
export const SEEDED_ANSWERS = {
  name: 'figures-seeded',
  text: `select curator, count(*)::int as answered, count(*) filter (where correct)::int as correct
    from seeded_cases where answered_at >= $1::timestamptz and answered_at < $2::timestamptz group by 1`,
};

/**
 * `against` is whose decision it was; null: screening's. Who was passed over at their call's end was decided against by
 * nobody: looking at that again overturns nothing.
 */
export const APPEALS = {
  name: 'figures-appeals',
  text: `select entry.event ->> 'kind' as kind,
      case when entry.event ->> 'kind' = 'appeal-upheld' then decided.actor end as against, count(*)::int as count
    from history as entry cross join lateral (
      select earlier.actor, earlier.event ->> 'kind' as kind from history as earlier
      where earlier.request_id = entry.request_id and earlier.version < entry.version
        and earlier.to_state = entry.from_state and earlier.from_state is distinct from earlier.to_state
      order by earlier.version desc limit 1) as decided
    where ${IN_TIME} and entry.event ->> 'kind' in ('appealed', 'appeal-upheld', 'appeal-dismissed')
      and decided.kind <> 'passed-over'
    group by 1, 2`,
};
