import type { APIMessageComponentInteraction } from 'discord.js';
import type { CallStore } from '../../../calls/call-store.ts';
import { type Clock, canBeSupported, memberKey, type RequestStore, toInstant } from '../../../requests/index.ts';
import { createHindranceToVote } from '../../../voting/hindrance-to-vote.ts';
import type { VoteLimits } from '../../../voting/may-vote.ts';
import type { VoteStore, VoteTarget } from '../../../voting/vote-store.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { sayInterface } from '../../../wording/say-interface.ts';
import type { JoinStore } from '../../joining/join-store.ts';
import { requestOf } from '../answering/custom-id.ts';
import { momentOf } from '../snowflake.ts';
import type { InteractionHandler } from './interaction.ts';

export interface VoteDependencies {
  requests: Pick<RequestStore, 'find' | 'count'>;
  calls: Pick<CallStore, 'list'>;
  joining: Pick<JoinStore, 'joinedTo'>;
  votes: VoteStore;
  voteLimits: VoteLimits;
  clock: Clock;
}

/** What is said of a vote, by what is voted for. */
const TEXTS = {
  clip: { closed: 'clip-gone', own: 'own-clip', cast: 'voted', withdrawn: 'unvoted' },
  request: { closed: 'want-closed', own: 'own-request', cast: 'wanted', withdrawn: 'unwanted' },
} as const;

/** The button below a clip, or below the status of a request that waits; pressed again, the vote is taken back. */
export function voteFor(
  kind: VoteTarget['kind'],
  dependencies: VoteDependencies,
): InteractionHandler<APIMessageComponentInteraction> {
  const { requests, votes, clock } = dependencies;
  const hindranceToVote = createHindranceToVote(dependencies);
  const texts = TEXTS[kind];
  return {
    acknowledge: 'private',
    async run({ payload, subject, member, locale, respond }) {
      const request = await requests.find(requestOf(subject));
      const isOpen = request && (kind === 'clip' ? request.state === 'delivered' : canBeSupported(request));
      if (!isOpen) return respond.answer({ content: sayOnDiscord(locale, texts.closed) });
      const voter = memberKey(member);
      if (memberKey(request.requester) === voter) return respond.answer({ content: sayOnDiscord(locale, texts.own) });
      const standing = standingOf(member.id, payload.member?.joined_at);
      const hindrance = await hindranceToVote(request.callId, member, standing);
      if (hindrance) {
        const content =
          'limit' in hindrance
            ? sayInterface(locale, hindrance.why, hindrance.limit)
            : sayOnDiscord(locale, hindrance.why);
        return respond.answer({ content });
      }
      const target: VoteTarget = { kind, id: request.id };
      const cast = await votes.cast(target, voter, toInstant(clock()));
      if (cast === 'own') return respond.answer({ content: sayOnDiscord(locale, texts.own) });
      if (cast === 'already') await votes.withdraw(target, voter);
      const [[tally], [held]] = await Promise.all([votes.tallies([target]), votes.heldFor([target], voter)]);
      if (held?.voteHeld) return respond.answer({ content: sayOnDiscord(locale, 'vote-held') });
      const key = cast === 'cast' ? texts.cast : texts.withdrawn;
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
