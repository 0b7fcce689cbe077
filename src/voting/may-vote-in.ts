import type { Call } from '../calls/call.ts';
import type { CallStore } from '../calls/call-store.ts';
import { mayVote, type VoteAnswer } from '../calls/may-vote.ts';
import { type Member, memberKey, REQUEST_STATES, type RequestStore } from '../requests/index.ts';

/** Whether a member may vote for what came of a call, by its id. */
export type MayVoteIn = (callId: string, voter: Member) => Promise<VoteAnswer>;

/** What was refused or taken back makes nobody one of those who asked. */
const ASKED = REQUEST_STATES.filter((state) => state !== 'refused' && state !== 'withdrawn');

export function createMayVoteIn({
  calls,
  requests,
}: {
  calls: Pick<CallStore, 'list'>;
  requests: Pick<RequestStore, 'count'>;
}): MayVoteIn {
  return async (callId, voter) => {
    const call: Pick<Call, 'voters'> = (await calls.list()).find(({ id }) => id === callId) ?? {};
    return mayVote(call, {
      platform: voter.platform,
      askedInIt: async () => (await requests.count({ states: ASKED, requester: memberKey(voter), callId })) > 0,
    });
  };
}
