import type { DelayedDecision, DelayedDecisionStore } from '../moderation/curation/delayed-decision-store.ts';
import type { News } from './news.ts';
import { toJson, toText } from './plain-text.ts';
import type { Records } from './records.ts';

const COLUMNS = 'request_id, version, curator, decision, made_at, effect_at';

const ADD = {
  name: 'add-decision',
  text: `
insert into decisions (${COLUMNS}) values ($1, $2, $3, $4::jsonb, $5::timestamptz, $6::timestamptz)
on conflict do nothing returning ${COLUMNS}`,
};
const FIND = { name: 'find-decision', text: `select ${COLUMNS} from decisions where request_id = $1` };
const TAKE_BACK = {
  name: 'take-decisions-back',
  text: `
delete from decisions where request_id = any ($1::text[]) and curator = $2 and leased_until is null
returning request_id`,
};
const ALL = { name: 'all-decisions', text: `select ${COLUMNS} from decisions order by effect_at, request_id` };
const TAKE_DUE = {
  name: 'take-due-decisions',
  text: `
update decisions set leased_until = $2::timestamptz
where request_id in (
  select request_id from decisions
  where effect_at <= $1::timestamptz and (leased_until is null or leased_until <= $1::timestamptz)
  order by effect_at, request_id limit 100 for update skip locked)
returning ${COLUMNS}`,
};
const END = {
  name: 'end-decision',
  text: 'delete from decisions where request_id = $1 and curator = $2 and made_at = $3::timestamptz',
};

interface Row {
  request_id: string;
  version: number;
  curator: string;
  decision: DelayedDecision['decision'];
  made_at: Date;
  effect_at: Date;
}

export function createDelayedDecisionStore(records: Records, news: News): DelayedDecisionStore {
  const find = async (requestId: string) => {
    const [row] = await records.run<Row>(FIND, [toText(requestId)]);
    return row ? toDecision(row) : null;
  };
  return {
    async add(wanted) {
      const { requestId, version, curator, decision, madeAt, effectAt } = wanted;
      // Ended between the two looks, it is free to be decided.
      for (;;) {
        const values = [requestId, version, curator, toJson(decision), madeAt, effectAt];
        const [row] = await records.run<Row>(ADD, values);
        if (row) {
          news.publish('decisions');
          return toDecision(row);
        }
        const other = await find(requestId);
        if (other) return other;
      }
    },
    async takeBack(requestIds, curator) {
      const rows = await records.run<{ request_id: string }>(TAKE_BACK, [requestIds.map(toText), curator]);
      if (rows.length > 0) news.publish('decisions');
      return rows.map((row) => row.request_id);
    },
    find,
    all: async () => (await records.run<Row>(ALL)).map(toDecision),
    async takeDue(now, leaseUntil) {
      return (await records.run<Row>(TAKE_DUE, [now, leaseUntil])).map(toDecision);
    },
    async end({ requestId, curator, madeAt }) {
      await records.run(END, [requestId, curator, madeAt]);
      news.publish('decisions');
    },
    onNews: (callback) => news.on('decisions', callback),
  };
}

function toDecision({ request_id, version, curator, decision, made_at, effect_at }: Row): DelayedDecision {
  const [madeAt, effectAt] = [new Date(made_at).toISOString(), new Date(effect_at).toISOString()];
  return { requestId: request_id, version, curator, decision, madeAt, effectAt };
}
