import { accountSince } from '../../voting/account-since.ts';
import { createHindranceToVote, type VoteHindrance } from '../../voting/hindrance-to-vote.ts';
import type { Viewer } from './viewer.ts';
import type { WebDependencies } from './web-dependencies.ts';

/** What keeps a viewer from voting in a call; a visitor has been here since their first visit. */
export function createHindranceOfViewer(
  dependencies: Pick<WebDependencies, 'calls' | 'requests' | 'joining' | 'voteLimits' | 'clock'>,
) {
  const hindranceToVote = createHindranceToVote(dependencies);
  return async (callId: string, { key, member }: Pick<Viewer, 'key' | 'member'>): Promise<VoteHindrance | null> => {
    const since = accountSince(key);
    const standing = { accountSince: since === null ? null : new Date(since).toISOString(), memberSince: null };
    return hindranceToVote(callId, member, standing);
  };
}
