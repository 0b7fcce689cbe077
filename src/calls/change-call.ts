import { type Call, STANDING_CALL_ID } from './call.ts';
import { type CallPlan, type PlanProblem, planProblems } from './call-plan.ts';

export type CallChange =
  | { outcome: 'changed'; call: Call }
  | { outcome: 'problems'; problems: PlanProblem[] }
  /** The standing call is always there, and what is closed cannot be closed. */
  | { outcome: 'standing' | 'closed-already' };

/** Opens a call from now on. */
export function openCall(plan: CallPlan, { id, now }: { id: string; now: Date }): CallChange {
  const theme = oneLine(plan.theme);
  const problems = planProblems({ ...plan, theme }, now);
  if (problems.length > 0) return { outcome: 'problems', problems };
  const { closesAt, budgetUsd, caps, places } = plan;
  const opensAt = now.toISOString();
  return {
    outcome: 'changed',
    call: { id, theme: { en: theme, ar: theme }, opensAt, closesAt, budgetUsd, caps, places, engine: null },
  };
}

/** Ends a call now. What was asked in it in time is decided, made and delivered all the same. */
export function closeCall(call: Call, now: Date): CallChange {
  if (call.id === STANDING_CALL_ID) return { outcome: 'standing' };
  const closesAt = now.toISOString();
  if (call.closesAt !== null && call.closesAt <= closesAt) return { outcome: 'closed-already' };
  return { outcome: 'changed', call: { ...call, closesAt } };
}

/** Another end, budget or caps; one that is over is opened again by an end to come. */
export function extendCall(
  call: Call,
  { closesAt, budgetUsd, caps }: Pick<CallPlan, 'closesAt' | 'budgetUsd' | 'caps'>,
  now: Date,
): CallChange {
  if (call.id === STANDING_CALL_ID) return { outcome: 'standing' };
  const problems = planProblems({ theme: call.theme.en, closesAt, budgetUsd, caps }, now);
  if (problems.length > 0) return { outcome: 'problems', problems };
  return { outcome: 'changed', call: { ...call, closesAt, budgetUsd, caps } };
}

/** Themes are shown in lists and titles; direction marks could reach beyond them. */
function oneLine(text: string): string {
  return text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
