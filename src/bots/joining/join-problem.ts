import { type JoinedOrNot, MOST_ACCOUNTS, MOST_TRIES } from './join-accounts.ts';

/** Why an account was not joined, by its name in `wording`; `limit` where there is one. */
export type JoinProblem =
  | { why: 'join-code-unknown' | 'join-code-own' | 'joined-before' }
  | { why: 'joined-too-many' | 'join-tries'; limit: number };

const PROBLEMS: Readonly<Record<Exclude<JoinedOrNot, 'joined'>, JoinProblem>> = {
  'no-such-code': { why: 'join-code-unknown' },
  'own-code': { why: 'join-code-own' },
  'joined-before': { why: 'joined-before' },
  'too-many-accounts': { why: 'joined-too-many', limit: MOST_ACCOUNTS },
  'too-many-tries': { why: 'join-tries', limit: MOST_TRIES },
};

export function joinProblem(outcome: Exclude<JoinedOrNot, 'joined'>): JoinProblem {
  return PROBLEMS[outcome];
}
