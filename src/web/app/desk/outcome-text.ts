import type { PageKey } from '../../../wording/pages.ts';

/** What screening came to, for curators. */
export const OUTCOME_TEXT = {
  allow: 'outcomeAllow',
  review: 'outcomeReview',
  refuse: 'outcomeRefuse',
} as const satisfies Record<string, PageKey>;
