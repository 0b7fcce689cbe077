import { type Call, type MemberLimits, NO_MORE_LIMITS, STANDING_CALL_ID } from './call.ts';
import type { HouseRules } from './house-rules.ts';

const UNLIMITED: MemberLimits = { openPerMember: Infinity, perMemberPerDay: Infinity, ...NO_MORE_LIMITS };

/** What holds in a call: what it says itself, else what operators have set, else what is configured. */
export function limitsIn(
  call: Call,
  standing: Pick<Call, 'caps'>,
  { limits }: Pick<HouseRules, 'limits'>,
): MemberLimits {
  const own = call.id === STANDING_CALL_ID ? {} : call.caps;
  return { ...UNLIMITED, ...standing.caps, ...limits, ...own };
}
