import type { Standing } from '../calls/standing.ts';

/** How long somebody must have been there to vote, in days; 0: not at all. Where a platform does not tell, nobody is kept from it. */
export interface VoteLimits {
  /** Of the account at its platform. */
  accountDays: number;
  /** Of the membership in the server in which they vote. */
  membershipDays: number;
}

export type MayVote = 'yes' | 'account-too-new' | 'member-too-new';

const DAY_MS = 24 * 3_600_000;

export function mayVote(
  { accountSince, memberSince }: Pick<Standing, 'accountSince' | 'memberSince'>,
  { accountDays, membershipDays }: VoteLimits,
  now: Date,
): MayVote {
  const isShort = (since: string | null, days: number) =>
    since !== null && now.getTime() - Date.parse(since) < days * DAY_MS;
  if (isShort(accountSince, accountDays)) return 'account-too-new';
  return isShort(memberSince, membershipDays) ? 'member-too-new' : 'yes';
}
