import type { EnglishText } from './text.ts';

/** What the review desk says of requests that are answered with one clip. */
export const mergingEnglish = {
  merge: 'Merge',
  mergeInto: 'Merge into this one',
  mergeAll: { one: 'Merge it into the open one', other: 'Merge all {count} into the open one' },
  mergeTitle: 'Merge into which request?',
  mergeHint: 'One clip answers both. This one follows whatever is decided about the other. Press its number.',
  mergeNone: 'Nothing similar can take it.',
  mergedInto: 'Merged into',
  mergedHere: { one: 'Merged into this one: {count} request', other: 'Merged into this one: {count} requests' },
  mergedMore: { one: '… and {count} more', other: '… and {count} more' },
  mergedAnswer: {
    one: 'Its requester is answered with this clip too.',
    other: 'All their requesters are answered with this clip too.',
  },
  unmerge: 'Decide it by itself',
  openRequest: 'Open',
  didMerge: 'merged',
  didUnmerge: 'it waits by itself again',
  keysMerge: 'merge into a similar one, then its number',
  eventMerged: 'Merged into another',
  eventUnmerged: 'Goes its own way again',
  eventFateShared: 'Ended as the one it was merged into',
  eventTookIn: 'Another was merged into this one',
  eventLetGo: 'Another goes its own way again',
} as const satisfies Record<string, EnglishText>;
