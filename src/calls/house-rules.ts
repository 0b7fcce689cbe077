import type { MemberLimits } from './call.ts';

/** What holds in the whole house, as operators set it while the app runs. */
export interface HouseRules {
  /** Since when, and by whom, nothing new is taken in or begun; what was begun is finished and delivered. */
  paused: { by: string; at: string } | null;
  /** In the place of what is configured, in every call that does not say otherwise itself. */
  limits: Partial<MemberLimits>;
}

export const NO_HOUSE_RULES: HouseRules = { paused: null, limits: {} };

export interface HouseStore {
  /** `NO_HOUSE_RULES` where nobody has set any. */
  load(): Promise<HouseRules>;
  /** Changes what is named, and leaves the rest as another process may just have set it. */
  change(rules: Partial<HouseRules>): Promise<HouseRules>;
}
