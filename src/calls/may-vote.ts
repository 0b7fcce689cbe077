import type { Call, Voters } from './call.ts';

/** Whether a member may vote in a call; see `Voters`. `askedInIt` is only asked where it matters. */
export async function mayVote(
  { voters = { who: 'everybody' } }: Pick<Call, 'voters'>,
  { platform, askedInIt }: { platform: string; askedInIt: () => Promise<boolean> },
): Promise<'yes' | 'askers-only' | 'platforms-only'> {
  switch (voters.who) {
    case 'everybody':
      return 'yes';
    case 'askers':
      return (await askedInIt()) ? 'yes' : 'askers-only';
    case 'platforms':
      return voters.platforms.includes(platform) ? 'yes' : 'platforms-only';
    default:
      return voters satisfies never;
  }
}

export const VOTER_KINDS = ['everybody', 'askers', 'platforms'] as const satisfies readonly Voters['who'][];
