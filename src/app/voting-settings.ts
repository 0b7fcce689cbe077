import type { VoteLimits } from '../voting/may-vote.ts';
import { wholeNumber } from './kinds-of-setting.ts';

/** Who may vote. */
export const votingSettings = {
  VOTE_ACCOUNT_DAYS: wholeNumber(0, 3650)
    .default(0)
    .describe(
      'How many days old an account must be to vote, where its platform tells; of a visitor in the room, since they first came. 0: not at all.',
    ),
  VOTE_MEMBERSHIP_DAYS: wholeNumber(0, 3650)
    .default(0)
    .describe('How many days somebody must have been in the Discord server in which they vote. 0: not at all.'),
};

export function voteLimitsIn(config: { VOTE_ACCOUNT_DAYS: number; VOTE_MEMBERSHIP_DAYS: number }): VoteLimits {
  return { accountDays: config.VOTE_ACCOUNT_DAYS, membershipDays: config.VOTE_MEMBERSHIP_DAYS };
}
