import type { DeclineReason } from './decline-reasons.ts';
import type { PageKey } from './pages.ts';

/** Why a request is declined, short, for curators; the requester is told a sentence of the bot's. */
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
