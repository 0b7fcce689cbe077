import type { VoteStore, VoteTarget } from '../../voting/vote-store.ts';
import type { Support } from './contract-of-gallery.ts';
import type { Viewer } from './viewer.ts';

export const NOBODY: Support = { votes: 0, viewers: 0, voted: false, heldVotes: 0, voteHeld: false };

/** For each target, in their order. */
export async function readSupport(
  votes: Pick<VoteStore, 'tallies' | 'votedFor' | 'heldFor'>,
  targets: readonly VoteTarget[],
  { key }: Pick<Viewer, 'key'>,
): Promise<Support[]> {
  const [tallies, voted, held] = await Promise.all([
    votes.tallies(targets),
    votes.votedFor(targets, key),
    votes.heldFor(targets, key),
  ]);
  return targets.map((_, place) => ({ ...NOBODY, ...tallies[place], ...held[place], voted: voted[place] ?? false }));
}
