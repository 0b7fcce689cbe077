import type { CastVote } from '../../src/voting/case-store.ts';
import { chanceFrom } from '../../src/voting/chance-from.ts';
import { findSuspicions } from '../../src/voting/find-suspicions.ts';
import { lowerBound } from '../../src/voting/ranking.ts';

/**
 * How a brigade goes about it. `at-once`: new accounts, the one clip, within an hour; `ring`: accounts of long standing
 * that all vote for the same four clips over a week; `careful`: such accounts, of which each votes for five clips of its
 * own besides.
 */
export const MANNERS = ['at-once', 'ring', 'careful'] as const;
export type Manner = (typeof MANNERS)[number];

export interface Brigade {
  manner: Manner;
  /** Of all votes that are for the clip or cast along with them. */
  share: number;
}

/** Where the clip stands, from 1, and its points: the lower bound of the share of viewers who voted, of 100. */
interface Standing {
  place: number;
  points: number;
}

export interface Outcome {
  honest: Standing;
  /** With the brigade, and with it and the detector. */
  unwatched: Standing;
  watched: Standing;
  /** Of the brigade's votes for the clip, and of everybody else's votes, how many were held. */
  fakesHeld: number;
  othersHeld: number;
}

const CLIPS = 40;
const MEMBERS = 600;
const SEEN = 12;
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const YEAR_MS = 52 * WEEK_MS;
const TARGET = 'clip 20';

/**
 * Forty clips, each liked by from a twentieth to six tenths of those who see it, and six hundred members who see a dozen
 * of them each in the course of a week. A third of them are new; a fifth came by a link to one clip and see no other. The
 * clip in the middle is the one that a brigade votes for.
 */
export function runBrigade({ manner, share }: Brigade, seed: string): Outcome {
  const chance = chanceFrom(seed);
  const views = new Set<string>();
  const honestVotes = honest(chance, views);
  const fakes = fake({ manner, share }, honestVotes.length, chance, views);
  const all = [...honestVotes, ...fakes];
  const held = new Set(findSuspicions(all).flatMap(({ votes }) => votes.map(({ row }) => row)));
  const forTarget = fakes.filter(({ target }) => target === TARGET);
  const isHeld = ({ row }: CastVote) => held.has(row);
  const onlyHonest = new Set([...views].filter((view) => !view.includes('fake')));
  return {
    honest: standing(honestVotes, onlyHonest),
    unwatched: standing(all, views),
    // Who voted has seen it: of a vote that is held the view does not count either.
    watched: standing(
      all.filter((vote) => !isHeld(vote)),
      new Set([...views].filter((view) => !held.has(view))),
    ),
    fakesHeld: forTarget.length === 0 ? 0 : forTarget.filter(isHeld).length / forTarget.length,
    othersHeld: honestVotes.filter(isHeld).length / honestVotes.length,
  };
}

function honest(chance: () => number, views: Set<string>): CastVote[] {
  return Array.from({ length: MEMBERS }, (_, member) => {
    const byLink = chance() < 0.2;
    const began = chance() * WEEK_MS;
    const since = began - (byLink || chance() < 1 / 3 ? 0 : chance() * YEAR_MS);
    const seen = byLink ? 1 : SEEN;
    const clips = new Set(Array.from({ length: seen }, () => Math.floor(chance() * CLIPS)));
    return [...clips].flatMap((clip) => {
      const vote = voteOf(`member ${member}`, `clip ${clip}`, began + chance() * HOUR_MS, since);
      views.add(vote.row);
      return chance() < likes(clip) ? [vote] : [];
    });
  }).flat();
}

/** The first is liked most. */
function likes(clip: number): number {
  return 0.6 - (0.55 * clip) / (CLIPS - 1);
}

function fake({ manner, share }: Brigade, others: number, chance: () => number, views: Set<string>): CastVote[] {
  const each = { 'at-once': 1, ring: 4, careful: 6 }[manner];
  const accounts = Math.round((others * share) / (1 - share) / each);
  const began = chance() * (WEEK_MS - HOUR_MS);
  return Array.from({ length: accounts }, (_, account) => {
    const atOnce = manner === 'at-once';
    const any = () => `clip ${Math.floor(chance() * CLIPS)}`;
    const others =
      manner === 'careful'
        ? [any(), any(), any(), any(), any()]
        : manner === 'ring'
          ? ['clip 11', 'clip 30', 'clip 37']
          : [];
    return [...new Set([TARGET, ...others])].map((target) => {
      const at = atOnce ? began + chance() * HOUR_MS : chance() * WEEK_MS;
      const vote = voteOf(`fake ${account}`, target, at, atOnce ? began : -chance() * YEAR_MS);
      views.add(vote.row);
      return vote;
    });
  }).flat();
}

function voteOf(voter: string, target: string, at: number, since: number): CastVote {
  return { target, voter, at, since, owner: `owner of ${target}`, row: `${target} by ${voter}` };
}

function standing(votes: readonly CastVote[], views: ReadonlySet<string>): Standing {
  const count = (rows: Iterable<string>) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const clip = row.split(' by ')[0] ?? '';
      counts.set(clip, (counts.get(clip) ?? 0) + 1);
    }
    return counts;
  };
  const [cast, seen] = [count(votes.map(({ row }) => row)), count(views)];
  const points = Array.from({ length: CLIPS }, (_, clip) => {
    const name = `clip ${clip}`;
    return { name, points: 100 * lowerBound({ votes: cast.get(name) ?? 0, viewers: seen.get(name) ?? 0 }) };
  }).sort((a, b) => b.points - a.points);
  const place = points.findIndex(({ name }) => name === TARGET);
  return { place: place + 1, points: points[place]?.points ?? 0 };
}
