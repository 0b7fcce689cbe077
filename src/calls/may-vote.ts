import type { Call, Voters } from './call.ts';

/** `askers-only`, `platforms-only`: see `Voters`. */
export type VoteAnswer =
  | { allowed: true }
  | { allowed: false; why: 'askers-only' }
  | { allowed: false; why: 'platforms-only'; platforms: readonly string[] };

/** Whether a member may vote in a call. `askedInIt` is only asked where it matters. */
export async function mayVote(
  { voters = { who: 'everybody' } }: Pick<Call, 'voters'>,
  { platform, askedInIt }: { platform: string; askedInIt: () => Promise<boolean> },
): Promise<VoteAnswer> {
  switch (voters.who) {
    case 'everybody':
      return { allowed: true };
    case 'askers':
      return (await askedInIt()) ? { allowed: true } : { allowed: false, why: 'askers-only' };
    case 'platforms':
      return voters.platforms.includes(platform)
        ? { allowed: true }
        : { allowed: false, why: 'platforms-only', platforms: voters.platforms };
    default:
      return voters satisfies never;
  }
}

export const VOTER_KINDS = ['everybody', 'askers', 'platforms'] as const satisfies readonly Voters['who'][];
