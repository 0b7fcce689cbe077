import type { EnglishText } from './text.ts';

/** What curators read of second approvals, appeals and strikes, in English. */
export const secondLookEnglish = {
  twoMustApprove: 'Two curators must approve this',
  oneMoreNeeded: '{name} approved this. One more approval is needed',
  firstApprovedText: 'The text that {name} approved',
  oneMoreToRelease: '{name} would release it. One more release is needed',
  didFirstApproval: 'your approval is noted, one more is needed',
} as const satisfies Record<string, EnglishText>;
