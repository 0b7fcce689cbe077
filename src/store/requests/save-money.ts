import type { Commit, MoneyMove, MoneyState } from '../../requests/index.ts';
import type { Records } from '../records.ts';

/** What a save says besides where money moves. */
export interface MoneyClauses {
  /** Clauses of the `with` before `ready`, and after everything else. */
  before: string;
  after: string;
  /** What a request must also be to be saved. */
  condition: string;
  /** Whether a budget had no room for a given one. */
  over: string;
}

export const NO_MONEY: MoneyClauses = { before: '', after: '', condition: '', over: 'false' };

/** A batch has one reservation at most: two in one statement would not see each other. */
export const ONE_RESERVATION = 'reservation';

/** Amounts that are used up, or may be. */
const COUNTING: readonly MoneyState[] = ['reserved', 'charged', 'uncertain'];
const counts = (state: string) => `(${state} in (${COUNTING.map((each) => `'${each}'`).join(', ')}))`;

/**
 * The ledger's rows, and what they take of their budgets. A budget's row is locked before it is read and until the
 * commit, so that however many reserve at once, each sees what those before it took. Ledger rows change only with their
 * request, whose version is checked, so what is read of them before the locks is true where the request is `ready`.
 */
export const MONEY_CLAUSES: MoneyClauses = {
  before: `
moves as materialized (
  select * from jsonb_to_recordset($3::jsonb) as m("requestId" text, move text, key text, shot int, engine text,
    "callId" text, day text, micros bigint, scopes jsonb, limits jsonb, "to" text, at timestamptz)),
old_rows as materialized (
  select key, state, micros, scopes from ledger where key = any (array(select key from moves where move = 'settle'))),
touched as materialized (
  select jsonb_array_elements_text(scopes) as scope from moves where move = 'reserve'
  union select unnest(scopes) from old_rows),
locked as materialized (
  select row.* from (select scope from touched order by scope) as named cross join lateral (
    select scope, micros from budgets where scope = named.scope for update) as row),
over as materialized (
  select m."requestId" as id from moves m
    cross join lateral jsonb_to_recordset(m.limits) as budget(scope text, most bigint)
    join locked on locked.scope = budget.scope
  where m.move = 'reserve' and budget.most is not null and locked.micros + m.micros > budget.most),
`,
  condition: ' and next.id not in (select id from over)',
  after: `,
new_rows as (
  insert into ledger (key, request_id, shot, call_id, engine, day, state, micros, scopes, reserved_at)
  select key, "requestId", shot, "callId", engine, day, 'reserved', micros,
    array(select jsonb_array_elements_text(scopes)), at
  from moves where move = 'reserve' and "requestId" in (select id from ready)),
settled as (
  update ledger set state = m."to", micros = coalesce(m.micros, ledger.micros),
    settled_at = case when m."to" = 'reserved' then null else m.at end from moves m
  where m.move = 'settle' and ledger.key = m.key and m."requestId" in (select id from ready)
    and ledger.key = any (array(select key from moves))),
differences as (
  select scope, sum(micros) as micros from (
    select jsonb_array_elements_text(scopes) as scope, micros from moves
    where move = 'reserve' and "requestId" in (select id from ready)
    union all
    select unnest(o.scopes),
      coalesce(m.micros, o.micros) * ${counts('m."to"')}::int - o.micros * ${counts('o.state')}::int
    from moves m join old_rows o on o.key = m.key
    where m.move = 'settle' and m."requestId" in (select id from ready)) as each
  group by scope),
counted as (
  update budgets set micros = budgets.micros + d.micros from differences d
  where budgets.scope = d.scope and d.micros <> 0 and budgets.scope = any (array(select scope from differences)))`,
  over: 'given.id in (select id from over)',
};

export type MoneyRow = ReturnType<typeof moneyRows>[number];

/** The moves of commits, as `MONEY_CLAUSES` reads them. */
export function moneyRows(commits: readonly Commit[]) {
  return commits.flatMap(({ request, entry, money = [] }) =>
    money.map((move) => ({
      requestId: request.id,
      callId: request.callId,
      at: entry.at,
      ...(move.move === 'settle' ? settleRow(move) : reserveRow(move)),
    })),
  );
}

function settleRow({ usd, ...move }: Extract<MoneyMove, { move: 'settle' }>) {
  return { ...move, micros: usd === undefined ? null : toMicros(usd), scopes: null, limits: null };
}

function reserveRow({ reservation, ...move }: Extract<MoneyMove, { move: 'reserve' }>) {
  const { usd, day, budgets } = reservation;
  return {
    ...move,
    day,
    micros: toMicros(usd),
    scopes: budgets.map(({ scope }) => scope),
    limits: budgets.map(({ scope, limitUsd }) => ({ scope, most: limitUsd === null ? null : toMicros(limitUsd) })),
  };
}

const OPEN_BUDGETS = {
  name: 'open-budgets',
  text: `insert into budgets (scope, micros) select scope, 0 from unnest($1::text[]) as scope order by scope
    on conflict (scope) do nothing`,
};

/** Makes the rows that are to be locked: one that is not there yet would hold nobody up. */
export async function openBudgets({ run }: Records, rows: readonly MoneyRow[]): Promise<void> {
  const scopes = [...new Set(rows.flatMap(({ scopes }) => scopes ?? []))];
  if (scopes.length > 0) await run(OPEN_BUDGETS, [scopes]);
}

export function toMicros(usd: number): number {
  return Math.round(usd * 1e6);
}
