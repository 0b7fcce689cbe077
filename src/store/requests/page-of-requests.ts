import type { PageMark, PageQuery, PromptRequest, RequestPage } from '../../requests/index.ts';
import type { Records, Statement } from '../records.ts';

/** Before the first of all, whatever the order. */
const BEFORE_ALL: Record<PageQuery['order'], PageMark> = {
  oldest: { askedAt: '-infinity', id: '', wanted: 0 },
  newest: { askedAt: 'infinity', id: '', wanted: 0 },
  'most-wanted': { askedAt: '-infinity', id: '', wanted: 2 ** 31 - 1 },
};

/** What is decided waits for nobody, though it takes effect a little later. */
const UNDECIDED = 'not exists (select from decisions where request_id = requests.id)';

/** Each state is read by its index up to a page's length, and the pages are merged: one look at all would sort them. */
function inStates(name: string, behind: '<' | '>'): Statement {
  const order = (descending: string) => `asked_at ${descending}, id ${descending}`;
  const by = order(behind === '<' ? 'desc' : 'asc');
  return {
    name,
    text: `
select line.body, line.wanted from unnest($1::text[]) as given(state) cross join lateral (
  select body, wanted, asked_at, id from requests
  where requests.state = given.state and (asked_at, id) ${behind} ($2::timestamptz, $3::text) and ${UNDECIDED}
  order by ${by} limit $4) as line
order by ${by} limit $4`,
  };
}

/**
 * Of the reviews only: what is decided is wanted no more. The words of its index, so that it is found; the length comes
 * before what it is compared with, so that all statements take the same values.
 */
const MOST_WANTED: Statement = {
  name: 'page-most-wanted',
  text: `
select body, wanted from requests
where state = 'in-review' and state = any ($1::text[]) and ((-wanted), asked_at, id) > (-$5::int, $2::timestamptz, $3::text)
  and ${UNDECIDED}
order by (-wanted), asked_at, id limit $4`,
};

/** See `NEEDS_ATTENTION` in `list-requests.ts`: the same, in an order that indexes have. */
function needingAttention(name: string, behind: '<' | '>'): Statement {
  const by = behind === '<' ? 'asked_at desc, id desc' : 'asked_at, id';
  const after = `(asked_at, id) ${behind} ($1::timestamptz, $2::text)`;
  return {
    name,
    text: `
select body, wanted from (
  select line.* from unnest('{failed,finishing,generating}'::text[]) as given(state) cross join lateral (
    select body, wanted, asked_at, id from requests
    where requests.state = given.state and ${after} and ${UNDECIDED} and (given.state = 'failed'
      or (given.state = 'finishing' and jsonb_typeof(body -> 'clipVerdict') = 'object')
      or (given.state = 'generating' and body -> 'shots' @> '[{"state": "uncertain"}]'))
    order by ${by} limit $3) as line
  union all (
    select body, wanted, asked_at, id from requests
    where state = 'delivered' and jsonb_typeof(body -> 'reports') = 'array' and ${after} and ${UNDECIDED}
    order by ${by} limit $3)
  union all (
    select body, wanted, asked_at, id from requests
    where state in ('refused', 'declined', 'blocked') and body #> '{appeal,decided}' = 'null'::jsonb and ${after}
      and ${UNDECIDED}
    order by ${by} limit $3)) as needing
order by ${by} limit $3`,
  };
}

const IN_STATES = { oldest: inStates('page-oldest', '>'), newest: inStates('page-newest', '<') };
const ATTENTION = {
  oldest: needingAttention('page-attention-oldest', '>'),
  newest: needingAttention('page-attention-newest', '<'),
};

type Row = { body: PromptRequest; wanted: number };

/** See `RequestStore.page`. One more is read than is asked for: whether there is a next page is known at no cost. */
export async function pageOfRequests(records: Records, query: PageQuery): Promise<RequestPage> {
  const rows = await read(records, query, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const next = last ? { askedAt: last.body.askedAt, id: last.body.id, wanted: last.wanted } : null;
  return { requests: shown.map(({ body }) => body), wanted: shown.map((row) => row.wanted), next };
}

function read(records: Records, { of, order, after }: PageQuery, limit: number): Promise<Row[]> {
  const { askedAt, id, wanted } = after ?? BEFORE_ALL[order];
  if (of === 'attention') {
    return records.run<Row>(ATTENTION[order === 'newest' ? 'newest' : 'oldest'], [askedAt, id, limit]);
  }
  const values = [of, askedAt, id, limit];
  return order === 'most-wanted'
    ? records.run<Row>(MOST_WANTED, [...values, wanted])
    : records.run<Row>(IN_STATES[order], values);
}
