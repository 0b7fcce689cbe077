import type { AnsweredDuel, DuelStore, DuelSum, HeldAnswers } from '../../voting/duel-store.ts';
import { toText } from '../plain-text.ts';
import type { Records } from '../records.ts';

const ANSWER = {
  name: 'answer-duel',
  text: `insert into duels (call_id, first, second, voter, answer, at) select $1, $2, $3, $4, $5, $6::timestamptz
    where not exists (select from duels where first = $2 and second = $3 and voter = any (accounts_of($4)))
    on conflict do nothing returning 1`,
};
/** What was merged into another has that one's clip, which competes already. */
const COMPETES = `state = 'delivered' and body -> 'merged' is null`;
const CONTENDERS = {
  name: 'duel-contenders',
  text: `select id, requester from requests where ${COMPETES} and call_id = $1
    order by delivered_at desc, id limit $2`,
};
const CALLS = {
  name: 'duel-calls',
  text: `select call_id as "callId", count(*)::int as clips from requests where ${COMPETES}
    group by call_id having count(*) > 1 order by max(delivered_at) desc`,
};
const SUMS = {
  name: 'duel-sums',
  text: `select first, second, count(*) filter (where answer = 'first')::int as "firstWins",
      count(*) filter (where answer = 'second')::int as "secondWins",
      count(*) filter (where answer = 'neither')::int as neither
    from counted_duels where call_id = $1 group by first, second order by first, second`,
};
const HELD_IN = {
  name: 'duels-held-in',
  text: `select count(*)::int as "heldAnswers", coalesce(bool_or(voter = any (accounts_of($2))), false) as "answerHeld"
    from held_votes join duels using (voter)
    where kind = 'duel' and standing = 'held' and call_id = $1
      and first = split_part(target_id, '/', 1) and second = split_part(target_id, '/', 2)`,
};
const MARK = {
  name: 'duel-mark',
  text: `select concat_ws(' ', count(*), max(seq), (select max(seq) from vote_case_acts),
      (select count(*) || ' ' || coalesce(max(joined_at)::text, '') from joined_accounts)) as mark
    from duels where call_id = $1`,
};
const ANSWERED_BY = {
  name: 'duels-answered-by',
  text: `select call_id as "callId", first, second, answer, at from (
      select distinct on (first, second) * from duels where voter = any (accounts_of($1)) order by first, second, seq) as answered
    order by seq`,
};

export function createDuelStore(records: Records): DuelStore {
  return {
    async answer(voter, { callId, first, second, answer, at }) {
      const rows = await records.run(ANSWER, [...[callId, first, second, voter].map(toText), answer, at]);
      return rows.length > 0 ? 'answered' : 'already';
    },
    contenders: (callId, limit) => records.run(CONTENDERS, [toText(callId), limit]),
    calls: () => records.run(CALLS),
    sums: (callId) => records.run<DuelSum>(SUMS, [toText(callId)]),
    async heldIn(callId, voter) {
      const [held] = await records.run<HeldAnswers & Record<string, unknown>>(HELD_IN, [toText(callId), toText(voter)]);
      return held ?? { heldAnswers: 0, answerHeld: false };
    },
    async mark(callId) {
      const [row] = await records.run<{ mark: string }>(MARK, [toText(callId)]);
      return row?.mark ?? '';
    },
    async answeredBy(voter) {
      const rows = await records.run<Omit<AnsweredDuel, 'at'> & { at: string | Date }>(ANSWERED_BY, [toText(voter)]);
      return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
    },
  };
}
