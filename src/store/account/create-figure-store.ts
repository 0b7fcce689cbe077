import type { CuratorFigures, FigureStep, FigureStore, FigureTimes } from '../../moderation/account/figure-store.ts';
import type { Instant } from '../../requests/index.ts';
import type { Records } from '../records.ts';
import {
  AGREEMENT,
  APPEALS,
  DEEDS,
  POLICIES,
  REASONS,
  SEEDED_ANSWERS,
  SPEED,
  TIMES,
  WAITING,
} from './figure-statements.ts';

const STEP_MS: Record<FigureStep, number> = { hour: 3_600_000, day: 86_400_000 };

type TimesRow = { at: Date; asked: number; decided: number; delivered: number; more: number };
type SpeedRow = { step: Date | null; actor: string | null; seconds: [number, number] | null };
type Named = { name: string; count: number };
type DeedRow = { actor: string; kind: string; count: number };
type PairRow = { first: string; second: string; together: number; agreed: number };
type AppealRow = { kind: string; against: string | null; count: number };
type SeededRow = { curator: string; answered: number; correct: number };
type Speeds = readonly SpeedRow[];

export function createFigureStore({ run }: Records): FigureStore {
  return {
    async figures(from, until, step) {
      const time = [from, until];
      const [times, [now], speeds, reasons, policies, deeds, pairs, appeals, seeded] = await Promise.all([
        run<TimesRow>(TIMES, [...time, step]),
        run<{ waiting: number; oldest: Date | null; since: number }>(WAITING, [until]),
        run<SpeedRow>(SPEED, [...time, step]),
        run<Named>(REASONS, time),
        run<Named>(POLICIES, time),
        run<DeedRow>(DEEDS, time),
        run<PairRow>(AGREEMENT, time),
        run<AppealRow>(APPEALS, time),
        run<SeededRow>(SEEDED_ANSWERS, time),
      ]);
      const waiting = now?.waiting ?? 0;
      const all = speeds.find((row) => row.step === null && row.actor === null);
      const appealsOf = (kind: string) => sum(appeals.filter((row) => row.kind === kind).map(({ count }) => count));
      return {
        waiting,
        oldestWaiting: now?.oldest?.toISOString() ?? null,
        times: withoutGaps({ from, until, step, times, speeds, waitingAtEnd: waiting - (now?.since ?? 0) }),
        ...speedOf(all),
        reasons: reasons.map(({ name, count }) => ({ reason: name, count })),
        policies: policies.map(({ name, count }) => ({ policy: name, count })),
        curators: curatorsOf({ deeds, speeds, pairs, appeals, seeded }),
        agreement: { together: sum(pairs.map((pair) => pair.together)), agreed: sum(pairs.map((pair) => pair.agreed)) },
        appeals: {
          asked: appealsOf('appealed'),
          upheld: appealsOf('appeal-upheld'),
          dismissed: appealsOf('appeal-dismissed'),
        },
      };
    },
  };
}

interface Steps {
  from: Instant;
  until: Instant;
  step: FigureStep;
  times: readonly TimesRow[];
  speeds: Speeds;
  waitingAtEnd: number;
}

/** From the last step back to the first: how many waited is known of the end, and what changed of each step. */
function withoutGaps({ from, until, step, times, speeds, waitingAtEnd }: Steps): FigureTimes[] {
  const timesAt = new Map(times.map((row) => [row.at.getTime(), row]));
  const speedAt = new Map(speeds.filter((row) => row.step !== null).map((row) => [row.step?.getTime(), row]));
  const first = Date.parse(from);
  const count = Math.ceil((Date.parse(until) - first) / STEP_MS[step]);
  let waiting = waitingAtEnd;
  const found = Array.from({ length: count }, (_, index) => {
    const at = first + (count - 1 - index) * STEP_MS[step];
    const { asked = 0, decided = 0, delivered = 0, more = 0 } = timesAt.get(at) ?? {};
    const atEnd = waiting;
    waiting -= more;
    return {
      at: new Date(at).toISOString(),
      ...{ asked, decided, delivered, waiting: atEnd },
      ...speedOf(speedAt.get(at)),
    };
  });
  return found.toReversed();
}

interface Deeds {
  deeds: readonly DeedRow[];
  speeds: Speeds;
  pairs: readonly PairRow[];
  appeals: readonly AppealRow[];
  seeded: readonly SeededRow[];
}

function curatorsOf({ deeds, speeds, pairs, appeals, seeded }: Deeds): CuratorFigures[] {
  const overturned = appeals.filter(({ kind, against }) => kind === 'appeal-upheld' && against !== null);
  const names = new Set([
    ...deeds.map(({ actor }) => actor),
    ...pairs.flatMap(({ first, second }) => [first, second]),
    ...overturned.map(({ against }) => against as string),
    ...seeded.map(({ curator }) => curator),
  ]);
  return [...names].sort().map((curator) => {
    const counts = new Map(deeds.filter(({ actor }) => actor === curator).map(({ kind, count }) => [kind, count]));
    const of = (kind: string) => counts.get(kind) ?? 0;
    const [approved, declined, escalated] = [of('approved'), of('declined'), of('escalated')];
    const { answered, correct } = seeded.find((row) => row.curator === curator) ?? { answered: 0, correct: 0 };
    const theirs = pairs.filter(({ first, second }) => first === curator || second === curator);
    return {
      ...{ curator, approved, declined, escalated },
      other: sum([...counts.values()]) - approved - declined - escalated,
      ...speedOf(speeds.find(({ actor }) => actor === curator)),
      together: sum(theirs.map((pair) => pair.together)),
      agreed: sum(theirs.map((pair) => pair.agreed)),
      overturned: sum(overturned.filter(({ against }) => against === curator).map(({ count }) => count)),
      seeded: { answered, correct },
    };
  });
}

function speedOf(row: SpeedRow | undefined): { p50: number | null; p95: number | null } {
  const [p50, p95] = row?.seconds ?? [];
  return { p50: p50 ?? null, p95: p95 ?? null };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
