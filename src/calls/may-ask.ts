import { type Call, isOpen, type MemberLimits } from './call.ts';
import type { Standing } from './standing.ts';

/** What a member has asked for so far. */
export interface MemberUsage {
  /** Not settled yet, in all calls. */
  open: number;
  /** Within the last 24 hours, in all calls. */
  lastDay: number;
  inCall: number;
  /** ISO 8601; null: nothing yet. */
  lastAskedAt: string | null;
}

export type AskAnswer =
  | { allowed: true }
  | { allowed: false; why: 'paused' | 'call-paused' | 'blocked' }
  | { allowed: false; why: 'not-open-yet' | 'closed'; at: string }
  /** `limit` as it holds for this member. */
  | { allowed: false; why: 'too-many-open' | 'too-many-today' | 'too-many-in-call'; limit: number }
  | {
      allowed: false;
      why: 'too-soon' | 'account-too-young' | 'member-too-young' | 'slowed-down' | 'struck-out';
      until: string;
    };

/** What follows from what a member asked for that must not be made. */
export interface StrikeStanding {
  /** ISO 8601; null: they may ask. */
  blockedUntil: string | null;
  /** How long they wait after each request, in seconds. */
  slowSeconds: number;
}

/** How much more trusted members may ask for. */
const TRUSTED_TIMES = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Asking {
  usage: MemberUsage;
  standing: Standing;
  strikes: StrikeStanding;
  /** As they hold in the call, see `limitsIn`. */
  limits: MemberLimits;
  paused: boolean;
  now: Date;
}

/** Whether a member may ask for a clip in a call now. */
export function mayAsk(
  call: Pick<Call, 'opensAt' | 'closesAt' | 'paused'>,
  { usage, standing, strikes, limits, paused, now }: Asking,
): AskAnswer {
  if (standing.trust === 'blocked') return { allowed: false, why: 'blocked' };
  if (paused) return { allowed: false, why: 'paused' };
  if (!isOpen(call, now)) return notOpen(call, now);
  if (call.paused) return { allowed: false, why: 'call-paused' };
  return (
    struck(strikes, usage, now) ??
    tooYoung(limits, standing, now) ??
    tooMuch(limits, usage, standing, now) ?? { allowed: true }
  );
}

function notOpen({ opensAt, closesAt }: Pick<Call, 'opensAt' | 'closesAt'>, now: Date): AskAnswer {
  if (now.toISOString() < opensAt || closesAt === null) return { allowed: false, why: 'not-open-yet', at: opensAt };
  return { allowed: false, why: 'closed', at: closesAt };
}

/** Whom anybody trusts makes no difference here. */
function struck(
  { blockedUntil, slowSeconds }: StrikeStanding,
  { lastAskedAt }: MemberUsage,
  now: Date,
): AskAnswer | null {
  if (blockedUntil !== null) return { allowed: false, why: 'struck-out', until: blockedUntil };
  const until = tooSoonUntil(lastAskedAt, slowSeconds, now);
  return until === null ? null : { allowed: false, why: 'slowed-down', until };
}

/** Who is trusted is known to those who trust them, however new their account. */
function tooYoung({ accountDays, membershipDays }: MemberLimits, standing: Standing, now: Date): AskAnswer | null {
  if (standing.trust === 'trusted') return null;
  const account = stillYoung(standing.accountSince, accountDays, now);
  if (account) return { allowed: false, why: 'account-too-young', until: account };
  const member = stillYoung(standing.memberSince, membershipDays, now);
  return member === null ? null : { allowed: false, why: 'member-too-young', until: member };
}

/** Until when, in ISO 8601; null where it is old enough, or nobody knows. */
function stillYoung(since: string | null, days: number, now: Date): string | null {
  if (since === null) return null;
  const until = Date.parse(since) + days * DAY_MS;
  return until > now.getTime() ? new Date(until).toISOString() : null;
}

function tooMuch(limits: MemberLimits, usage: MemberUsage, { trust }: Standing, now: Date): AskAnswer | null {
  const times = trust === 'trusted' ? TRUSTED_TIMES : 1;
  const over = (why: 'too-many-open' | 'too-many-today' | 'too-many-in-call', used: number, most: number | null) =>
    most !== null && used >= most * times ? ({ allowed: false, why, limit: most * times } as const) : null;
  return (
    over('too-many-open', usage.open, limits.openPerMember) ??
    over('too-many-today', usage.lastDay, limits.perMemberPerDay) ??
    over('too-many-in-call', usage.inCall, limits.perMemberPerCall) ??
    tooSoon(usage.lastAskedAt, trust === 'trusted' ? 0 : limits.cooldownSeconds, now)
  );
}

function tooSoon(lastAskedAt: string | null, cooldownSeconds: number, now: Date): AskAnswer | null {
  const until = tooSoonUntil(lastAskedAt, cooldownSeconds, now);
  return until === null ? null : { allowed: false, why: 'too-soon', until };
}

function tooSoonUntil(lastAskedAt: string | null, seconds: number, now: Date): string | null {
  if (lastAskedAt === null) return null;
  const until = Date.parse(lastAskedAt) + seconds * 1000;
  return until > now.getTime() ? new Date(until).toISOString() : null;
}
