import type { WinnersRule } from './winners-rule.ts';

/** What one member may ask for. */
export interface MemberLimits {
  /** Requests that are not settled yet. */
  openPerMember: number;
  /** Requests within 24 hours. */
  perMemberPerDay: number;
  /** Requests in the whole of a call; null: as many as the days allow. */
  perMemberPerCall: number | null;
  /** Between two requests, in seconds. */
  cooldownSeconds: number;
  /** Of the account at its platform, where that tells. */
  accountDays: number;
  /** Of the membership in the server in which is asked, where there is one. */
  membershipDays: number;
}

/** Limits by which nobody is kept from anything. */
export const NO_MORE_LIMITS = {
  perMemberPerCall: null,
  cooldownSeconds: 0,
  accountDays: 0,
  membershipDays: 0,
} as const satisfies Partial<MemberLimits>;

/** Who may vote for what comes of a call. */
export type Voters =
  | { who: 'everybody' }
  /** Whoever asked for something in it. */
  | { who: 'askers' }
  /** Members of these platforms. */
  | { who: 'platforms'; platforms: string[] };

/** A file of ours, as `requests` knows them. */
interface CallPicture {
  sha256: string;
  bytes: number;
  type: string;
}

/** An open invitation. The standing call is always there. Times are ISO 8601 in UTC. */
export interface Call {
  id: string;
  /** How often it was saved; absent: never, or before that was counted. */
  version?: number | undefined;
  theme: { en: string; ar: string };
  opensAt: string;
  /** Null: open until someone closes it. */
  closesAt: string | null;
  /** US dollars that its clips may cost in all; null: no limit. */
  budgetUsd: number | null;
  /** What it says itself; the rest holds as it does everywhere, see `limitsIn`. */
  caps: Partial<MemberLimits>;
  /** Where one asks for it, as `placeOf` and `placesOn` write places; null: everywhere. */
  places: string[] | null;
  /** An engine's id; null: the configured one. */
  engine: string | null;
  /** What it is about, below its theme; absent: nothing more is said. */
  text?: { en: string; ar: string };
  /** The look of clips whose requester names none; absent: the engine's own. */
  style?: string;
  /** What it is shown with; absent: nothing. */
  picture?: CallPicture;
  /** Absent: everybody. */
  voters?: Voters;
  /** How long after its end curators still choose, in hours; absent: `USUAL_CHOOSING_HOURS`. */
  choosingHours?: number;
  /** Since when, and by whom, nothing new is taken in or begun in it; absent: it goes on. */
  paused?: { by: string; at: string };
  /** When its end was changed last after it had opened; absent: it ends as it was opened to. */
  endChangedAt?: string;
  /** Absent: `USUAL_WINNERS`. */
  winners?: WinnersRule;
}

export const USUAL_CHOOSING_HOURS = 24;
const HOUR_MS = 60 * 60 * 1000;

export const STANDING_CALL_ID = 'standing';

/** A channel as a call names it. */
export function placeOf({ platform, channel }: { platform: string; channel: string }): string {
  return `${platform}:${channel}`;
}

/** All channels of a platform. */
export function placesOn(platform: string): string {
  return placeOf({ platform, channel: '*' });
}

export function isOpen({ opensAt, closesAt }: Pick<Call, 'opensAt' | 'closesAt'>, now: Date): boolean {
  const instant = now.toISOString();
  return opensAt <= instant && (closesAt === null || instant < closesAt);
}

/** Whether a call is planned, or was called off before it opened. */
export function isUnopened({ opensAt, closesAt }: Pick<Call, 'opensAt' | 'closesAt'>, now: Date): boolean {
  return opensAt > now.toISOString() || wasCalledOff({ opensAt, closesAt });
}

export function wasCalledOff({ opensAt, closesAt }: Pick<Call, 'opensAt' | 'closesAt'>): boolean {
  return closesAt !== null && closesAt <= opensAt;
}

/** Whether a call is planned, and opens within so long. */
export function opensWithin({ opensAt, closesAt }: Pick<Call, 'opensAt' | 'closesAt'>, ms: number, now: Date): boolean {
  const inMs = Date.parse(opensAt) - now.getTime();
  return inMs > 0 && inMs <= ms && !wasCalledOff({ opensAt, closesAt });
}

/** A call that has ended. */
export type EndedCall = Call & { closesAt: string };

/** Whether a call has ended; the standing one never does, nor does one that was called off before it opened. */
export function hasEnded(call: Call, now: Date): call is EndedCall {
  if (call.id === STANDING_CALL_ID || call.closesAt === null) return false;
  return call.closesAt <= now.toISOString() && !wasCalledOff(call);
}

/** Until when curators choose among what was asked in it, in ISO 8601; null: it has no end. */
export function choosingUntil({
  closesAt,
  choosingHours = USUAL_CHOOSING_HOURS,
}: Pick<Call, 'closesAt' | 'choosingHours'>): string | null {
  return closesAt === null ? null : new Date(Date.parse(closesAt) + choosingHours * HOUR_MS).toISOString();
}

/** Whether nothing of it can be chosen any more. */
export function isDecided(call: Pick<Call, 'closesAt' | 'choosingHours'>, now: Date): boolean {
  const until = choosingUntil(call);
  return until !== null && until <= now.toISOString();
}
