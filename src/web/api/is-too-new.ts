import { accountSince } from '../../voting/account-since.ts';
import { mayVote } from '../../voting/may-vote.ts';
import type { Viewer } from './viewer.ts';
import type { WebDependencies } from './web-dependencies.ts';

/** Whether the viewer has not been here long enough to vote; of a visitor that is since their first visit. */
export function isTooNew(
  { key }: Pick<Viewer, 'key'>,
  { voteLimits, clock }: Pick<WebDependencies, 'voteLimits' | 'clock'>,
): 'account-too-new' | null {
  const since = accountSince(key);
  const standing = { accountSince: since === null ? null : new Date(since).toISOString(), memberSince: null };
  return mayVote(standing, voteLimits, clock()) === 'account-too-new' ? 'account-too-new' : null;
}
