import type { JoinStore } from '../bots/joining/join-store.ts';
import type { Call } from '../calls/call.ts';
import type { CallStore } from '../calls/call-store.ts';
import { mayVote as mayVoteInCall } from '../calls/may-vote.ts';
import type { Standing } from '../calls/standing.ts';
import { type Clock, type Member, memberKey, REQUEST_STATES, type RequestStore } from '../requests/index.ts';
import { mayVote, type VoteLimits } from './may-vote.ts';

/** Why a member may not vote; `limit` is in days. */
export type VoteHindrance =
  | { why: 'vote-askers-only' | 'vote-platforms-only' }
  | { why: 'account-too-new' | 'member-too-new'; limit: number };

export type HindranceToVote = (
  callId: string,
  voter: Member,
  standing: Pick<Standing, 'accountSince' | 'memberSince'>,
) => Promise<VoteHindrance | null>;

/** What was refused or taken back makes nobody one of those who asked. */
const ASKED = REQUEST_STATES.filter((state) => state !== 'refused' && state !== 'withdrawn');

/** What keeps a member from voting for what came of a call, by its id: the call's own rule, or that they are too new; else null. */
export function createHindranceToVote({
  calls,
  requests,
  joining,
  voteLimits,
  clock,
}: {
  calls: Pick<CallStore, 'list'>;
  requests: Pick<RequestStore, 'count'>;
  joining: Pick<JoinStore, 'joinedTo'>;
  voteLimits: VoteLimits;
  clock: Clock;
}): HindranceToVote {
  return async (callId, voter, standing) => {
    const call: Pick<Call, 'voters'> = (await calls.list()).find(({ id }) => id === callId) ?? {};
    const here = await mayVoteInCall(call, {
      platform: voter.platform,
      async askedInIt() {
        const others = await joining.joinedTo(memberKey(voter));
        const accounts = [voter, ...others.map(({ member }) => member)].map(memberKey);
        const counts = accounts.map((requester) => requests.count({ states: ASKED, requester, callId }));
        return (await Promise.all(counts)).some((count) => count > 0);
      },
    });
    if (here !== 'yes') return { why: `vote-${here}` };
    const may = mayVote(standing, voteLimits, clock());
    if (may === 'yes') return null;
    return { why: may, limit: may === 'account-too-new' ? voteLimits.accountDays : voteLimits.membershipDays };
  };
}
