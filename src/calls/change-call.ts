import { type Call, isUnopened, STANDING_CALL_ID, wasCalledOff } from './call.ts';
import { type CallDetails, type CallPlan, type PlanProblem, planProblems } from './call-plan.ts';

export type CallChange =
  | { outcome: 'changed'; call: Call }
  | { outcome: 'problems'; problems: PlanProblem[] }
  /** The standing call is always there, and what is closed cannot be closed or paused. */
  | { outcome: 'standing' | 'closed-already' };

/** Opens a call from now on, or plans it: it opens by itself when its time has come. */
export function openCall(plan: CallPlan, { id, now }: { id: string; now: Date }): CallChange {
  const theme = oneLine(plan.theme);
  const ar = oneLine(plan.arabicTheme ?? '') || theme;
  const problems = planProblems({ ...plan, theme: theme === '' ? '' : longer(theme, ar) }, now);
  if (problems.length > 0) return { outcome: 'problems', problems };
  const { closesAt, budgetUsd, caps, places, details } = plan;
  const opensAt = plan.opensAt !== undefined && plan.opensAt > now.toISOString() ? plan.opensAt : now.toISOString();
  const call: Call = { id, theme: { en: theme, ar }, opensAt, closesAt, budgetUsd, caps, places, engine: null };
  return { outcome: 'changed', call: detailed(call, details) };
}

/**
 * Ends a call now. Curators choose among what was asked in it for a while yet; what they chose is made and delivered. One
 * that was only planned never opens.
 */
export function closeCall(call: Call, now: Date): CallChange {
  if (call.id === STANDING_CALL_ID) return { outcome: 'standing' };
  const closesAt = now.toISOString();
  if (call.closesAt !== null && call.closesAt <= closesAt) return { outcome: 'closed-already' };
  if (isUnopened(call, now)) return { outcome: 'changed', call: { ...call, opensAt: closesAt, closesAt } };
  return { outcome: 'changed', call: { ...call, closesAt } };
}

type Terms = Pick<CallPlan, 'opensAt' | 'closesAt' | 'budgetUsd' | 'caps' | 'details'>;

/** Another end, budget or caps; one that is over is opened again by an end to come. */
export function extendCall(call: Call, terms: Terms, now: Date): CallChange {
  const wanted = { ...terms, ...openingOf(call, terms, now) };
  return withTerms(call, wanted, { problems: planProblems({ ...wanted, theme: call.theme.en }, now), now });
}

/** The same, but its end may be left as it is, though it has passed: curators may need longer to choose. */
export function changeTerms(call: Call, terms: Terms, now: Date): CallChange {
  const wanted = { ...terms, ...openingOf(call, terms, now) };
  const isOver = call.closesAt !== null && call.closesAt <= now.toISOString();
  const closesAt = isOver && terms.closesAt === call.closesAt ? null : terms.closesAt;
  return withTerms(call, wanted, { problems: planProblems({ ...wanted, theme: call.theme.en, closesAt }, now), now });
}

/** When a call opens can be changed until it does; one that was called off is planned anew, or opens at once. */
function openingOf(call: Call, { opensAt }: Terms, now: Date): { opensAt: string | undefined } {
  if (!isUnopened(call, now)) return { opensAt: undefined };
  if (opensAt !== undefined && opensAt !== call.opensAt) return { opensAt };
  return { opensAt: wasCalledOff(call) ? now.toISOString() : call.opensAt };
}

function withTerms(
  call: Call,
  {
    opensAt = call.opensAt,
    closesAt,
    budgetUsd,
    caps,
    details,
  }: Omit<Terms, 'opensAt'> & { opensAt?: string | undefined },
  { problems, now }: { problems: PlanProblem[]; now: Date },
): CallChange {
  if (call.id === STANDING_CALL_ID) return { outcome: 'standing' };
  if (problems.length > 0) return { outcome: 'problems', problems };
  const hasAnotherEnd = closesAt !== call.closesAt && !isUnopened(call, now);
  const changed = { ...call, opensAt, closesAt, budgetUsd, caps };
  return {
    outcome: 'changed',
    call: detailed(hasAnotherEnd ? { ...changed, endChangedAt: now.toISOString() } : changed, details),
  };
}

/** Takes nothing new in and begins nothing, until it is resumed; its end comes all the same. */
export function pauseCall(call: Call, by: string, now: Date): CallChange {
  // The house as a whole is paused in another way.
  if (call.id === STANDING_CALL_ID) return { outcome: 'standing' };
  if (call.closesAt !== null && call.closesAt <= now.toISOString()) return { outcome: 'closed-already' };
  return { outcome: 'changed', call: { ...call, paused: call.paused ?? { by, at: now.toISOString() } } };
}

/** After its end too: what was approved in it is still to be made. */
export function resumeCall(call: Call): CallChange {
  if (call.id === STANDING_CALL_ID) return { outcome: 'standing' };
  const { paused: _, ...goesOn } = call;
  return { outcome: 'changed', call: goesOn };
}

/** What is said goes before what was said; what is not mentioned is as calls usually are. */
function detailed(call: Call, details: CallDetails | undefined): Call {
  if (!details) return call;
  const { id, version, theme, opensAt, closesAt, budgetUsd, caps, places, picture, paused, endChangedAt } = call;
  return {
    ...{ id, version, theme, opensAt, closesAt, budgetUsd, caps, places, ...details, engine: details.engine ?? null },
    ...(picture && { picture }),
    ...(paused && { paused }),
    ...(endChangedAt !== undefined && { endChangedAt }),
  };
}

function longer(one: string, other: string): string {
  return one.length >= other.length ? one : other;
}

/** Themes are shown in lists and titles; direction marks could reach beyond them. */
function oneLine(text: string): string {
  return text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
