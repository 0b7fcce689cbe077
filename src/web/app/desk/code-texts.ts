import type { DeclineReason } from '../../../wording/decline-reasons.ts';
import type { PageKey } from '../../../wording/pages.ts';

/** What screening came to, for curators. */
export const OUTCOME_TEXT = {
  allow: 'outcomeAllow',
  review: 'outcomeReview',
  refuse: 'outcomeRefuse',
} as const satisfies Record<string, PageKey>;

/** Why a request may be declined, short, for curators; the requester is told a sentence of the bot's. */
export const REASON_TEXT = {
  'off-topic': 'reasonOffTopic',
  'too-similar': 'reasonTooSimilar',
  'cannot-be-made-well': 'reasonCannotBeMadeWell',
  'not-now': 'reasonNotNow',
  quota: 'reasonQuota',
  rights: 'reasonRights',
  rules: 'reasonRules',
  other: 'reasonOther',
} as const satisfies Record<DeclineReason, PageKey>;
