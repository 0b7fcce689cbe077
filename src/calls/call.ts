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

/** An open invitation. The standing call is always there. Times are ISO 8601 in UTC. */
export interface Call {
  id: string;
  theme: { en: string; ar: string };
  opensAt: string;
  /** Null: open until someone closes it. */
  closesAt: string | null;
  /** US dollars that its clips may cost in all; null: no limit. */
  budgetUsd: number | null;
  /** What it says itself; the rest holds as it does everywhere, see `limitsIn`. */
  caps: Partial<MemberLimits>;
  /** Where one asks for it, as `placeOf` writes places; null: everywhere. */
  places: string[] | null;
  /** An engine's id; null: the configured one. */
  engine: string | null;
}

export const STANDING_CALL_ID = 'standing';

/** A channel as a call names it. */
export function placeOf({ platform, channel }: { platform: string; channel: string }): string {
  return `${platform}:${channel}`;
}

export function isOpen({ opensAt, closesAt }: Pick<Call, 'opensAt' | 'closesAt'>, now: Date): boolean {
  const instant = now.toISOString();
  return opensAt <= instant && (closesAt === null || instant < closesAt);
}
