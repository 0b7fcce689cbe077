import type { KeptVote, VoteCase, VoteCaseStore } from '../../voting/case-store.ts';
import type { Records } from '../records.ts';

const VOTES_SINCE = {
  name: 'votes-since',
  text: `
select concat_ws(' ', cast_vote.kind, target_id, voter) as row, word || ':' || about as target, voter as account,
  coalesce(theirs.person, voter) as voter, coalesce(owned.person, requester) as owner,
  (extract(epoch from cast_vote.at) * 1000)::float8 as at
from (
  select kind, kind as word, target_id, target_id as about, voter, at from votes where at >= $1::timestamptz
  union all
  select 'duel', 'duel', first || '/' || second, case answer when 'first' then first else second end, voter, at from duels
  where at >= $1::timestamptz and answer <> 'neither') as cast_vote
join requests on requests.id = about
left join joined_accounts theirs on theirs.account = voter
left join joined_accounts owned on owned.account = requester`,
};
const MARK = {
  name: 'votes-mark',
  text: `select concat_ws(' ', (select count(*) || ' ' || coalesce(max(at)::text, '') from votes),
    (select count(*) || ' ' || coalesce(max(seq), 0) from duels),
    (select count(*) || ' ' || coalesce(max(joined_at)::text, '') from joined_accounts)) as mark`,
};

const HOLD = {
  name: 'hold-votes',
  text: `
with fresh as (
  select * from unnest($2::text[], $3::text[], $4::text[]) as found(kind, target_id, voter)
  where not exists (
    select from held_votes h where h.kind = found.kind and h.target_id = found.target_id and h.voter = found.voter)),
known as (
  select id from vote_cases where standing = 'held' and pattern = $5 and targets && $6::text[] order by found_at limit 1),
made as (
  insert into vote_cases (id, pattern, standing, targets, found_at)
  select $1, $5, 'held', $6::text[], $7::timestamptz where exists (select from fresh) and not exists (select from known)
  returning id),
about as (select id from known union all select id from made),
held as (
  insert into held_votes (kind, target_id, voter, case_id, standing)
  select kind, target_id, voter, (select id from about), 'held' from fresh on conflict do nothing returning 1),
noted as (
  insert into vote_case_acts (case_id, at, act, votes)
  select (select id from about), $7::timestamptz, 'held', count(*) from held having count(*) > 0)
select count(*)::int as held from held`,
};

const LIST = {
  name: 'vote-cases',
  text: `
select id, pattern, standing, targets, found_at as "foundAt",
  (select count(*) from held_votes where case_id = id)::int as votes,
  (select count(distinct voter) from held_votes where case_id = id)::int as voters,
  (select jsonb_agg(jsonb_build_object('at', at, 'act', act, 'curator', curator, 'reason', reason, 'votes', votes)
    order by seq) from vote_case_acts where case_id = id) as acts
from vote_cases order by standing <> 'held', found_at desc, id limit $1`,
};

const SETTLE = {
  name: 'settle-vote-case',
  text: `
with settled as (update vote_cases set standing = $2 where id = $1 and standing <> $2 returning id),
changed as (update held_votes set standing = $2 where case_id in (select id from settled) returning 1),
noted as (
  insert into vote_case_acts (case_id, at, act, curator, reason, votes)
  select id, $3::timestamptz, $2, $4, $5, (select count(*) from changed) from settled returning 1)
select exists (select from noted) as settled, exists (select from vote_cases where id = $1) as known`,
};

type CaseRow = Omit<VoteCase, 'foundAt'> & { foundAt: string | Date };
const toIso = (at: string | Date) => new Date(at).toISOString();

export function createCaseStore(records: Records): VoteCaseStore {
  return {
    votesSince: (since) => records.run<KeptVote>(VOTES_SINCE, [since]),
    async mark() {
      const [row] = await records.run<{ mark: string }>(MARK);
      return row?.mark ?? '';
    },
    async hold(id, { pattern, votes }, at) {
      const rows = votes.map(({ row }) => row.split(' '));
      const column = (place: number) => rows.map((row) => row[place] ?? '');
      const targets = [...new Set(votes.map(({ target }) => target))].sort();
      const values = [id, column(0), column(1), column(2), pattern, targets, at];
      const [row] = await records.run<{ held: number }>(HOLD, values);
      return row?.held ?? 0;
    },
    async list(limit) {
      const rows = await records.run<CaseRow>(LIST, [limit]);
      return rows.map(({ foundAt, acts, ...rest }) => ({
        ...{ ...rest, foundAt: toIso(foundAt) },
        acts: acts.map((act) => ({ ...act, at: toIso(act.at) })),
      }));
    },
    async settle(id, standing, { curator, reason, at }) {
      const [row] = await records.run<{ settled: boolean; known: boolean }>(SETTLE, [
        id,
        standing,
        at,
        curator,
        reason,
      ]);
      return row?.settled ? 'settled' : row?.known ? 'already' : 'unknown';
    },
  };
}
