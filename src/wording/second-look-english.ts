import type { EnglishText } from './text.ts';

/** What curators read of second approvals, appeals and strikes, in English. */
export const secondLookEnglish = {
  twoMustApprove: 'Two curators must approve this',
  oneMoreNeeded: '{name} approved this. One more approval is needed',
  firstApprovedText: 'The text that {name} approved',
  oneMoreToRelease: '{name} would release it. One more release is needed',
  didFirstApproval: 'your approval is noted, one more is needed',
  attentionAppealed: 'The requester appeals',
  upholdThisAppeal: 'Uphold: look at it again',
  dismissAppeal: 'It stays as it is',
  eventAppealed: 'The requester appealed',
  eventAppealDismissed: 'An appeal was dismissed',
  appeal: 'Appeal',
  appealTitle: 'Ask for a second look?',
  appealHint: 'Somebody who has not decided this yet looks at it. You can ask for this once.',
  appealWords: 'Why should it be looked at again?',
  appealSend: 'Send the appeal',
  appealCancel: 'Leave it',
} as const satisfies Record<string, EnglishText>;
