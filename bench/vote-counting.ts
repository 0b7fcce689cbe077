import { openEmbedded } from '../src/store/open-embedded.ts';
import { openPostgres } from '../src/store/open-postgres.ts';
import type { Records } from '../src/store/records.ts';
import { createVoteStore } from '../src/store/voting/create-vote-store.ts';
import { wakeEmbedded } from '../src/store/wake-embedded.ts';
import { anAsked } from '../tests/samples/requests.ts';
import type { Figure } from './figure.ts';
import { onEach, type Place } from './support/databases.ts';
import { load, median } from './support/processor-time.ts';

const CLIPS = 2000;
const VOTERS = 20_000;
/** Each voter votes for so many clips and sees twice as many. */
const VOTES_EACH = 10;
/** Of the voters, two of which are one person each. */
const JOINED = 1000;
const ROUNDS = 5;
const TARGET = 3;

/** Every tenth clip is shared with the requester before, and every hundredth vote is held. */
const FILLED = [
  `insert into requests (id, body, version, state, call_id, requester, platform, post_id, asked_at, changed_at, delivered_at)
   select 'clip-' || n, given.body || jsonb_build_object('id', 'clip-' || n)
       || case when n % 10 = 1 and n > 1 then jsonb_build_object('merged', jsonb_build_object('into', 'clip-' || n - 1)) else '{}' end,
     1, 'delivered', 'standing', 'room:v' || n, 'room', n, now(), now(), now()
   from generate_series(0, ${CLIPS - 1}) as n, (select '${JSON.stringify(anAsked())}'::jsonb as body) as given`,
  `insert into joined_accounts (account, person, member, joined_at)
   select 'room:v' || n, 'person-' || n / 2, '{}', now() from generate_series(0, ${JOINED - 1}) as n`,
  `insert into votes (kind, target_id, voter, at)
   select 'clip', 'clip-' || (voter * 7 + place * place * 13) % ${CLIPS}, 'room:v' || voter, now()
   from generate_series(0, ${VOTERS - 1}) as voter, generate_series(0, ${VOTES_EACH - 1}) as place on conflict do nothing`,
  `insert into clip_views (clip_id, viewer, at)
   select 'clip-' || (voter * 7 + place * place * 13) % ${CLIPS}, 'room:v' || voter, now()
   from generate_series(0, ${VOTERS - 1}) as voter, generate_series(0, ${2 * VOTES_EACH - 1}) as place on conflict do nothing`,
  `insert into held_votes (kind, target_id, voter, case_id, standing)
   select kind, target_id, voter, 'case', 'held' from votes where hashtext(voter || target_id) % 100 = 0`,
  ...['requests', 'joined_accounts', 'votes', 'clip_views', 'held_votes'].map((table) => `vacuum analyze ${table}`),
];

/** The same sums over the bare rows, whoever voted. */
const BARE = {
  name: 'bare-votes',
  text: `
with supported as (
  select target_id as id, voter, 1 as vote from votes where kind = 'clip' union all select clip_id, viewer, 0 from clip_views),
seen as (select id, sum(vote)::float8 as votes, count(distinct voter)::float8 as viewers from supported group by id)
select id from requests join seen using (id) where state = 'delivered' and body -> 'merged' is null
order by votes / viewers desc limit 50`,
};
const COUNTS = {
  name: 'votes-that-are-there',
  text: `select (select count(*) from votes)::int as votes,
    (select count(*) from votes join joined_accounts on account = voter)::int as joined`,
};

/** What counting all votes for the board costs where accounts are joined and votes are held. */
export const figures = (): Promise<Figure[]> => onEach(measure);

async function measure({ name, databaseUrl, directory, note }: Place): Promise<Figure> {
  const { records, close } = await (databaseUrl === null
    ? openEmbedded(await wakeEmbedded(directory))
    : openPostgres(databaseUrl));
  try {
    for (const [place, text] of FILLED.entries()) await records.run({ name: `fill-${place}`, text });
    const [counts] = await records.run<{ votes: number; joined: number }>(COUNTS);
    const { value, limit } = await inTurns(records);
    return {
      name: `vote-counting-${name === 'PGlite' ? 'pglite' : 'postgresql'}`,
      ...{ value, unit: 'ms', limit, ratio: value / limit, target: `ratio ≤ ${TARGET}` },
      note: `the board of ${CLIPS} clips, of the same sums over bare rows; ${counts?.joined.toLocaleString('en')} of ${counts?.votes.toLocaleString('en')} votes are by joined accounts; medians of ${ROUNDS} in turns; ${note}, ${load()}`,
    };
  } finally {
    await close();
  }
}

async function inTurns(records: Records): Promise<{ value: number; limit: number }> {
  const votes = createVoteStore(records);
  const [ours, bare]: [number[], number[]] = [[], []];
  const timed = async (into: number[], act: () => Promise<unknown>) => {
    const begun = performance.now();
    await act();
    into.push(performance.now() - begun);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await timed(bare, () => records.run(BARE));
    await timed(ours, () => votes.ranked({ since: null, callId: null, limit: 50, offset: 0 }));
  }
  return { value: median(ours), limit: median(bare) };
}
