import type { Call, MemberLimits } from './call.ts';

/** What an operator wants of a call. */
export interface CallPlan {
  theme: string;
  /** ISO 8601; absent: from now on. */
  opensAt?: string;
  /** ISO 8601; null: until someone closes it. */
  closesAt: string | null;
  /** US dollars; null: no limit of its own. */
  budgetUsd: number | null;
  caps: Partial<MemberLimits>;
  /** As `placeOf` and `placesOn` write them; null: everywhere. */
  places: string[] | null;
  /** The theme in Arabic; absent: the same words. */
  arabicTheme?: string;
  /** Absent: as calls usually are. */
  details?: CallDetails;
}

/** What else a call says; all of it can be changed while it is open. */
export type CallDetails = Pick<Call, 'text' | 'style' | 'voters' | 'winners' | 'choosingHours'> &
  Partial<Pick<Call, 'engine'>>;

/** What a call says now, to be changed in parts. */
export function detailsOf({ text, style, voters, winners, choosingHours, engine }: Call): CallDetails {
  return {
    engine,
    ...(text && { text }),
    ...(style !== undefined && { style }),
    ...(voters && { voters }),
    ...(winners && { winners }),
    ...(choosingHours !== undefined && { choosingHours }),
  };
}

/** What cannot be wanted. Each is told to the operator by its name. */
export type PlanProblem =
  | ('theme-missing' | 'theme-long')
  | ('opening-past' | 'opening-far' | 'end-past' | 'end-far' | 'end-before-opening')
  | ('budget-range' | 'caps-range');

/** In characters; a title, and short enough for every place in which it is shown. */
export const LONGEST_THEME = 100;
export const MOST_BUDGET_USD = 1_000_000;
/** Of requests, and so on; larger numbers are slips of the hand. */
export const MOST_OF_A_CAP = 1_000_000;
export const MOST_CHOOSING_HOURS = 30 * 24;
const DAY_MS = 24 * 60 * 60 * 1000;
const FARTHEST_MS = 366 * DAY_MS;
/** Who chooses this minute means now. */
const SLACK_MS = 2 * 60 * 1000;

/** All that is wrong with a plan. */
export function planProblems(
  plan: Pick<CallPlan, 'theme' | 'closesAt' | 'budgetUsd' | 'caps'> & { opensAt?: string | undefined },
  now: Date,
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (plan.theme === '') problems.push('theme-missing');
  if (plan.theme.length > LONGEST_THEME) problems.push('theme-long');
  problems.push(...windowProblems(plan, now));
  if (plan.budgetUsd !== null && !(plan.budgetUsd > 0 && plan.budgetUsd <= MOST_BUDGET_USD))
    problems.push('budget-range');
  if (!Object.values(plan.caps).every(isCap)) problems.push('caps-range');
  return problems;
}

function windowProblems(
  { opensAt, closesAt }: Pick<CallPlan, 'closesAt'> & { opensAt?: string | undefined },
  now: Date,
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const from = opensAt === undefined ? now.getTime() : Date.parse(opensAt);
  if (from < now.getTime() - SLACK_MS) problems.push('opening-past');
  if (from > now.getTime() + FARTHEST_MS) problems.push('opening-far');
  if (closesAt === null) return problems;
  const end = Date.parse(closesAt);
  if (!(end > now.getTime())) problems.push('end-past');
  else if (end <= from) problems.push('end-before-opening');
  else if (end > Math.max(from, now.getTime()) + FARTHEST_MS) problems.push('end-far');
  return problems;
}

function isCap(cap: number | null): boolean {
  return cap === null || (Number.isInteger(cap) && cap >= 1 && cap <= MOST_OF_A_CAP);
}
