import type { APIMessageComponentInteraction } from 'discord.js';
import { type Clock, memberKey, type RequestStore, toInstant } from '../../../requests/index.ts';
import type { VoteStore, VoteTarget } from '../../../voting/vote-store.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { requestOf } from '../answering/custom-id.ts';
import type { InteractionHandler } from './interaction.ts';

export interface VoteDependencies {
  requests: Pick<RequestStore, 'find'>;
  votes: VoteStore;
  clock: Clock;
}

/** The vote button below a clip: pressed again, the vote is taken back. */
export function voteForClip({
  requests,
  votes,
  clock,
}: VoteDependencies): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'private',
    async run({ subject, member, locale, respond }) {
      const request = await requests.find(requestOf(subject));
      if (request?.state !== 'delivered') return respond.answer({ content: sayOnDiscord(locale, 'clip-gone') });
      const voter = memberKey(member);
      if (memberKey(request.requester) === voter) return respond.answer({ content: sayOnDiscord(locale, 'own-clip') });
      const target: VoteTarget = { kind: 'clip', id: request.id };
      const cast = await votes.cast(target, voter, toInstant(clock()));
      if (cast === 'already') await votes.withdraw(target, voter);
      const [tally] = await votes.tallies([target]);
      const key = cast === 'cast' ? 'voted' : 'unvoted';
      await respond.answer({ content: sayOnDiscord(locale, key, { count: tally?.votes ?? 0 }) });
    },
  };
}
