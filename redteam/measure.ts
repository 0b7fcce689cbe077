import { strictest } from '../src/moderation/screening/join-verdicts.ts';
import { isUnjudged } from '../src/moderation/screening/policies.ts';
import type { Screening } from '../src/moderation/screening/screening.ts';
import { flaggedPolicies, type Outcome } from '../src/requests/index.ts';
import { type Share, shareOf } from './intervals.ts';
import type { LabelledPrompt } from './labelled-prompt.ts';
import { type RankFigures, rankFigures } from './rank-figures.ts';

export interface Counts {
  n: number;
  refused: number;
  review: number;
  /** Of those in review, the ones that are there for no policy: nobody could read them. */
  unread: number;
  allowed: number;
}

export interface Measurement {
  n: number;
  classes: Record<string, Counts & { harmful: boolean }>;
  harmful: Counts & { refusedShare: Share | null; flaggedShare: Share | null };
  benign: Counts & { refusedShare: Share | null; flaggedShare: Share | null };
  /** Of outcomes as scores (allowed 0, review 1, refused 2). */
  scores: RankFigures | null;
  /** Flags by policy, over everything that was flagged. */
  policies: Record<string, { harmful: number; benign: number }>;
  /** By class, in how many of its prompts each policy was flagged. */
  confusion: Record<string, Record<string, number>>;
  /** Of the quickest of three tries where a screening is immediate. */
  timings: { meanMicroseconds: number; p50Microseconds: number; p99Microseconds: number };
}

export interface Judged {
  row: LabelledPrompt;
  outcome: Outcome;
  /** Found to break these. */
  policies: readonly string[];
}

const STRICTNESS: Record<Outcome, number> = { allow: 0, review: 1, refuse: 2 };

/**
 * Screens every row and counts; rows come back so that whoever was told to may show them. `timed`: false for whoever wants
 * counts alone, which take a third of the time.
 */
export async function measure(
  rows: readonly LabelledPrompt[],
  screenings: readonly Screening[],
  { timed }: { timed: boolean },
): Promise<{ measurement: Measurement; judged: Judged[] }> {
  if (timed) await warmUp(rows, screenings);
  const judged: Judged[] = [];
  const microseconds: number[] = [];
  const policies: Measurement['policies'] = {};
  const confusion: Measurement['confusion'] = {};
  const repeat = timed && screenings.every((each) => each.immediate);
  for (const row of rows) {
    const subject = { prompt: row.text, style: null, picture: null, locale: 'en' as const };
    const screen = () => Promise.all(screenings.map((each) => each.screenPrompt(subject)));
    const before = performance.now();
    const verdicts = await screen();
    microseconds.push(Math.min((performance.now() - before) * 1000, repeat ? await quickest(screen) : Infinity));
    const found = [...new Set(verdicts.flatMap(flaggedPolicies))];
    judged.push({ row, outcome: strictest(verdicts.map(({ outcome }) => outcome)), policies: found });
    for (const policy of found) {
      policies[policy] ??= { harmful: 0, benign: 0 };
      policies[policy][row.harmful ? 'harmful' : 'benign'] += 1;
      const counted = confusion[classOf(row)] ?? {};
      confusion[classOf(row)] = { ...counted, [policy]: (counted[policy] ?? 0) + 1 };
    }
  }
  const scored = judged.map(({ row, outcome }) => ({ score: STRICTNESS[outcome], harmful: row.harmful }));
  const measurement = {
    n: rows.length,
    classes: classesOf(judged),
    harmful: sharesOf(judged.filter(({ row }) => row.harmful)),
    benign: sharesOf(judged.filter(({ row }) => !row.harmful)),
    scores: rankFigures(scored),
    policies,
    confusion: sorted(confusion),
    timings: timingsOf(microseconds),
  };
  return { measurement, judged };
}

/** Of a few more tries, in microseconds: what else goes on on the machine is no part of a screening. */
async function quickest(screen: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let tries = 0; tries < 2; tries += 1) {
    const before = performance.now();
    await screen();
    times.push((performance.now() - before) * 1000);
  }
  return Math.min(...times);
}

/** What runs for the first time is compiled then: that is start-up, not screening. */
async function warmUp(rows: readonly LabelledPrompt[], screenings: readonly Screening[]): Promise<void> {
  const immediate = screenings.filter((each) => each.immediate);
  for (const { text } of rows.slice(0, 200)) {
    for (const each of immediate) await each.screenPrompt({ prompt: text, style: null, picture: null, locale: 'en' });
  }
}

function classOf({ harmful, class: named }: LabelledPrompt): string {
  return `${harmful ? 'harmful' : 'benign'}: ${named}`;
}

function sorted<Value>(byName: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(byName).toSorted(([one], [other]) => one.localeCompare(other)));
}

function classesOf(judged: readonly Judged[]): Measurement['classes'] {
  const groups = Map.groupBy(judged, ({ row }) => classOf(row));
  return Object.fromEntries(
    [...groups]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([name, rows]) => [name, { ...countsOf(rows), harmful: rows[0]?.row.harmful ?? false }]),
  );
}

function countsOf(judged: readonly Judged[]): Counts {
  const count = (wanted: Outcome) => judged.filter(({ outcome }) => outcome === wanted).length;
  const unread = judged.filter(({ outcome, policies }) => outcome === 'review' && policies.every(isUnjudged)).length;
  return { n: judged.length, refused: count('refuse'), review: count('review'), unread, allowed: count('allow') };
}

function sharesOf(judged: readonly Judged[]): Measurement['harmful'] {
  const counts = countsOf(judged);
  return {
    ...counts,
    refusedShare: shareOf(counts.refused, counts.n),
    flaggedShare: flaggedShareOf(counts),
  };
}

/** Of those that were refused or put before a curator for a policy; of runs that did not count the unread apart, of all. */
export function flaggedShareOf({ n, refused, review, unread = 0 }: Counts): Share | null {
  return shareOf(refused + review - unread, n);
}

function timingsOf(microseconds: readonly number[]): Measurement['timings'] {
  const sorted = microseconds.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  const sum = sorted.reduce((total, each) => total + each, 0);
  return {
    meanMicroseconds: Math.round(sum / Math.max(1, sorted.length)),
    p50Microseconds: at(0.5),
    p99Microseconds: at(0.99),
  };
}
