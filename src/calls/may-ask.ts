import type { Call } from './call.ts';

/** What a member has asked for so far within a call. */
export interface MemberUsage {
  open: number;
  lastDay: number;
}

export type AskAnswer =
  | { allowed: true }
  | { allowed: false; why: 'not-open-yet' | 'closed'; at: string }
  | { allowed: false; why: 'too-many-open' | 'too-many-today'; limit: number };

/** Whether a member may ask for a clip in a call now. */
export function mayAsk(call: Call, usage: MemberUsage, now: Date): AskAnswer {
  const instant = now.toISOString();
  if (instant < call.opensAt) return { allowed: false, why: 'not-open-yet', at: call.opensAt };
  if (call.closesAt !== null && instant >= call.closesAt) return { allowed: false, why: 'closed', at: call.closesAt };
  const { openPerMember, perMemberPerDay } = call.caps;
  if (usage.open >= openPerMember) return { allowed: false, why: 'too-many-open', limit: openPerMember };
  if (usage.lastDay >= perMemberPerDay) return { allowed: false, why: 'too-many-today', limit: perMemberPerDay };
  return { allowed: true };
}
