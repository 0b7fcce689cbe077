import { CONFIDENCE_Z } from '../../voting/ranking.ts';
import type { HeldVotes, ResultsQuery, Tally, VoteStore, VoteTarget } from '../../voting/vote-store.ts';
import { toText } from '../plain-text.ts';
import type { Records, Statement } from '../records.ts';

/** The clip's own request: what was merged into another has that one's clip. */
const OF = (kind: string, id: string) => `case ${kind} when 'clip' then clip_of(${id}) else ${id} end`;

const CAST = {
  name: 'cast-vote',
  text: `
with target as (select ${OF('$1', '$2::text')} as id),
own as (select from target where is_own(accounts_of($3), $1, id)),
before as (
  select from target, votes
  where kind = $1 and target_id = target.id and voter = any (accounts_of($3))),
cast_now as (
  insert into votes (kind, target_id, voter, at) select $1, id, $3, $4::timestamptz from target
  where not exists (select from own) and not exists (select from before)
  on conflict do nothing returning 1)
select exists (select from own) as own, exists (select from cast_now) as "castNow"`,
};
const WITHDRAW = {
  name: 'withdraw-vote',
  text: `delete from votes
    where kind = $1 and target_id = ${OF('$1', '$2::text')} and voter = any (accounts_of($3)) returning 1`,
};
const SEE = {
  name: 'see-clip',
  text: `insert into clip_views (clip_id, viewer, at)
    select id, $2, $3::timestamptz from (select clip_of($1) as id) as clip
    where not is_own(accounts_of($2), 'clip', id) on conflict do nothing`,
};

const TARGETS = `(select kind, ${OF('kind', 'named')} as id, place
  from unnest($1::text[], $2::text[]) with ordinality as given(kind, named, place)) as target`;

const VOTES_OF = (kind: string, id: string) =>
  `(select count(*) from counted_votes v where v.kind = ${kind} and v.target_id = ${id})`;
/** Voters have seen what they voted for, whether or not their page said so. */
const VIEWERS_OF = (id: string) => `(select count(*) from (
    select person from counted_votes v where v.kind = 'clip' and v.target_id = ${id}
    union select person from counted_views c where c.clip_id = ${id}) as viewers)`;

const TALLIES = {
  name: 'tally-votes',
  text: `
select ${VOTES_OF('target.kind', 'target.id')}::int as votes,
  case target.kind when 'clip' then ${VIEWERS_OF('target.id')} else ${VOTES_OF('target.kind', 'target.id')} end::int as viewers
from ${TARGETS} order by place`,
};

const HELD_FOR = {
  name: 'held-votes-for',
  text: `
select count(held.voter)::int as "heldVotes", coalesce(bool_or(held.voter = any (accounts_of($3))), false) as "voteHeld"
from ${TARGETS} left join (
  select kind, target_id, voter from held_votes join votes using (kind, target_id, voter) where standing = 'held') as held
  on held.kind = target.kind and held.target_id = target.id
group by place order by place`,
};

const VOTED_FOR = {
  name: 'voted-for',
  text: `
select exists (
  select from votes v where v.kind = target.kind and v.target_id = target.id and v.voter = any (accounts_of($3))) as voted
from ${TARGETS} order by place`,
};

const CAST_BY = {
  name: 'votes-cast-by',
  text: 'select kind, target_id as id, at from votes where voter = $1 order by at, target_id',
};

/** `lowerBound` of `ranking.ts` in SQL, over columns `votes` and `viewers`; a test holds the two together. */
const Z2 = CONFIDENCE_Z ** 2;
const LOWER_BOUND = `
case when viewers = 0 or votes = 0 then 0 else
  (votes / n + ${Z2} / (2 * n) - ${CONFIDENCE_Z} * sqrt((votes / n * (1 - votes / n) + ${Z2} / (4 * n)) / n)) / (1 + ${Z2} / n)
end`;

const DELIVERED = `
  select id, delivered_at, platform, body -> 'reply' ->> 'id' as reply_id from requests
  where state = 'delivered' and body -> 'merged' is null and ($1::timestamptz is null or delivered_at >= $1)
    and ($2::text is null or call_id = $2)
    and ($5::timestamptz is null or delivered_at < $5) and ($6::text[] is null or id = any ($6))`;

const RESULTS: Record<ResultsQuery['order'], Statement> = {
  newest: {
    name: 'newest-results',
    text: `select id from (${DELIVERED}) as delivered order by delivered_at desc, id limit $3 offset $4`,
  },
  best: {
    name: 'best-results',
    text: `
with delivered as (${DELIVERED}),
supported as (
  select target_id as id, person, 1 as vote from counted_votes where kind = 'clip'
  union all select clip_id, person, 0 from counted_views),
seen as (
  select id, sum(vote)::float8 as votes, count(distinct person)::float8 as viewers from supported group by id),
weighed as (
  select d.id, d.delivered_at, coalesce(s.votes, 0) + $7::float8 * coalesce(l.likes, 0) as votes,
    coalesce(s.viewers, 0) + $7::float8 * coalesce(l.likes, 0) as viewers
  from delivered d left join seen s on s.id = d.id left join x_likes l on d.platform = 'x' and l.post_id = d.reply_id),
tallied as (select *, nullif(viewers, 0) as n from weighed)
select id, ${LOWER_BOUND} as points from tallied order by points desc, delivered_at desc, id limit $3 offset $4`,
  },
};

/** `likeWeight`: what a like on X counts for in the order, as part of a vote of somebody who saw the clip. */
export function createVoteStore(records: Records, { likeWeight = 0 }: { likeWeight?: number } = {}): VoteStore {
  async function find({ order, since, until, among, callId, limit, offset }: ResultsQuery) {
    return records.run<{ id: string; points: number }>(RESULTS[order], [
      ...[since, callId, limit, offset, until ?? null, among ?? null],
      ...(order === 'best' ? [likeWeight] : []),
    ]);
  }
  return {
    async cast({ kind, id }, voter, at) {
      const [row] = await records.run<{ own: boolean; castNow: boolean }>(CAST, [kind, toText(id), toText(voter), at]);
      return row?.own ? 'own' : row?.castNow ? 'cast' : 'already';
    },
    async withdraw({ kind, id }, voter) {
      const withdrawn = await records.run(WITHDRAW, [kind, toText(id), toText(voter)]);
      return withdrawn.length > 0 ? 'withdrawn' : 'none';
    },
    async see(clipId, viewer, at) {
      await records.run(SEE, [toText(clipId), toText(viewer), at]);
    },
    async tallies(targets) {
      return targets.length === 0 ? [] : records.run<Tally>(TALLIES, columnsOf(targets));
    },
    async heldFor(targets, voter) {
      if (targets.length === 0) return [];
      return records.run<HeldVotes>(HELD_FOR, [...columnsOf(targets), toText(voter)]);
    },
    async votedFor(targets, voter) {
      if (targets.length === 0) return [];
      const rows = await records.run<{ voted: boolean }>(VOTED_FOR, [...columnsOf(targets), toText(voter)]);
      return rows.map(({ voted }) => voted);
    },
    async castBy(voter) {
      const rows = await records.run<VoteTarget & { at: string | Date }>(CAST_BY, [toText(voter)]);
      return rows.map(({ kind, id, at }) => ({ target: { kind, id }, at: new Date(at).toISOString() }));
    },
    results: async (query) => (await find(query)).map(({ id }) => id),
    ranked: (query) => find({ ...query, order: 'best' }),
  };
}

function columnsOf(targets: readonly VoteTarget[]): [string[], string[]] {
  return [targets.map(({ kind }) => kind), targets.map(({ id }) => toText(id))];
}
