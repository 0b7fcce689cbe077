import type { APIMessageComponentInteraction } from 'discord.js';
import type { CallStore } from '../../../calls/call-store.ts';
import { type Clock, memberKey, type RequestStore, toInstant } from '../../../requests/index.ts';
import { mayVote, type VoteLimits } from '../../../voting/may-vote.ts';
import { createMayVoteIn } from '../../../voting/may-vote-in.ts';
import type { VoteStore, VoteTarget } from '../../../voting/vote-store.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { sayInterface } from '../../../wording/say-interface.ts';
import { requestOf } from '../answering/custom-id.ts';
import { momentOf } from '../snowflake.ts';
import type { InteractionHandler } from './interaction.ts';

export interface VoteDependencies {
  requests: Pick<RequestStore, 'find' | 'count'>;
  calls: Pick<CallStore, 'list'>;
  votes: VoteStore;
  voteLimits: VoteLimits;
  clock: Clock;
}

/** The vote button below a clip: pressed again, the vote is taken back. */
export function voteForClip({
  requests,
  calls,
  votes,
  voteLimits,
  clock,
}: VoteDependencies): InteractionHandler<APIMessageComponentInteraction> {
  const mayVoteIn = createMayVoteIn({ calls, requests });
  return {
    acknowledge: 'private',
    async run({ payload, subject, member, locale, respond }) {
      const request = await requests.find(requestOf(subject));
      if (request?.state !== 'delivered') return respond.answer({ content: sayOnDiscord(locale, 'clip-gone') });
      const voter = memberKey(member);
      if (memberKey(request.requester) === voter) return respond.answer({ content: sayOnDiscord(locale, 'own-clip') });
      const may = mayVote(standingOf(member.id, payload.member?.joined_at), voteLimits, clock());
      if (may !== 'yes') {
        const days = may === 'account-too-new' ? voteLimits.accountDays : voteLimits.membershipDays;
        return respond.answer({ content: sayInterface(locale, may, days) });
      }
      const mayHere = await mayVoteIn(request.callId, member);
      if (!mayHere.allowed) return respond.answer({ content: sayOnDiscord(locale, `vote-${mayHere.why}`) });
      const target: VoteTarget = { kind: 'clip', id: request.id };
      const cast = await votes.cast(target, voter, toInstant(clock()));
      if (cast === 'own') return respond.answer({ content: sayOnDiscord(locale, 'own-clip') });
      if (cast === 'already') await votes.withdraw(target, voter);
      const [tally] = await votes.tallies([target]);
      const key = cast === 'cast' ? 'voted' : 'unvoted';
      await respond.answer({ content: sayOnDiscord(locale, key, { count: tally?.votes ?? 0 }) });
    },
  };
}

/** An account's id carries the moment at which it was made; in a direct message there is no server to be a member of. */
function standingOf(userId: string, joinedAt: string | null | undefined) {
  return {
    accountSince: new Date(momentOf(userId)).toISOString(),
    memberSince: joinedAt ? new Date(joinedAt).toISOString() : null,
  };
}
