import { accountSince } from './account-since.ts';
import type { CastVote, KeptVote } from './case-store.ts';

/**
 * The votes as persons cast them: of accounts that their owner joined the first for each target, by one who has been here
 * as long as the oldest of them. So nobody is a ring by themselves, and none hides one by voting from several accounts.
 */
export function castByPersons(kept: readonly KeptVote[]): CastVote[] {
  const inOrder = kept.toSorted((one, other) => one.at - other.at);
  const since = new Map<string, number>();
  for (const { account, voter, at } of inOrder) {
    // Where a platform tells no age, the first vote does.
    since.set(voter, Math.min(since.get(voter) ?? at, accountSince(account) ?? at));
  }
  const firsts = new Map<string, KeptVote>();
  for (const vote of inOrder) {
    const about = `${vote.voter} ${vote.target}`;
    if (!firsts.has(about)) firsts.set(about, vote);
  }
  return [...firsts.values()].map((vote) => ({ ...vote, since: since.get(vote.voter) ?? vote.at }));
}
