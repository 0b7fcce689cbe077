import type { LedgerStore, MoneyDay, MoneySums } from '../generation/money/ledger-store.ts';
import type { Records } from './records.ts';

type SumsRow = { starts: number; reserved: number; charged: number; uncertain: number; refunded: number };

/** Sums of millionths; as `float8`, since a driver gives `numeric` and `bigint` as text. */
const SUMS = ['reserved', 'charged', 'uncertain', 'refunded']
  .map((state) => `coalesce(sum(micros) filter (where state = '${state}'), 0)::float8 as ${state}`)
  .join(', ');

const OF_REQUESTS = {
  name: 'money-of-requests',
  text: `select request_id as id, count(*)::int as starts, ${SUMS} from ledger
    where request_id = any ($1::text[]) group by request_id`,
};
const USED = {
  name: 'money-used',
  text: 'select scope, micros::float8 as micros from budgets where scope = any ($1::text[])',
};
const DAYS = {
  name: 'money-days',
  text: `select day, engine, call_id as "callId", count(*)::int as starts, ${SUMS} from ledger
    where day >= $1 group by day, engine, call_id order by day desc, engine, call_id`,
};

const NOTHING: MoneySums = { starts: 0, reservedUsd: 0, chargedUsd: 0, uncertainUsd: 0, refundedUsd: 0 };

export function createLedgerStore({ run }: Records): LedgerStore {
  return {
    async ofRequests(requestIds) {
      const rows = await run<SumsRow & { id: string }>(OF_REQUESTS, [requestIds]);
      const byId = new Map(rows.map((row) => [row.id, toSums(row)]));
      return requestIds.map((id) => byId.get(id) ?? NOTHING);
    },
    async used(scopes) {
      const rows = await run<{ scope: string; micros: number }>(USED, [scopes]);
      const byScope = new Map(rows.map(({ scope, micros }) => [scope, micros / 1e6]));
      return scopes.map((scope) => byScope.get(scope) ?? 0);
    },
    async days(since) {
      const rows = await run<SumsRow & Pick<MoneyDay, 'day' | 'engine' | 'callId'>>(DAYS, [since]);
      return rows.map((row) => ({ day: row.day, engine: row.engine, callId: row.callId, ...toSums(row) }));
    },
  };
}

function toSums({ starts, reserved, charged, uncertain, refunded }: SumsRow): MoneySums {
  return {
    starts,
    reservedUsd: reserved / 1e6,
    chargedUsd: charged / 1e6,
    uncertainUsd: uncertain / 1e6,
    refundedUsd: refunded / 1e6,
  };
}
