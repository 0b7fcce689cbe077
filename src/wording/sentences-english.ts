import type { EnglishText } from './text.ts';

/** What the review desk says of curators' own sentences. */
export const sentencesEnglish = {
  sentences: 'Sentences',
  sentencesTitle: 'Sentences for those who are declined',
  sentencesHint:
    'Written once in both languages; each requester is told it in theirs. Choose one while declining, with T.',
  sentencesNone: 'There are none yet.',
  sentenceReason: 'Reason',
  sentenceEnglish: 'In English',
  sentenceArabic: 'In Arabic',
  sentenceShared: 'For everybody at the desk',
  sentenceAdd: 'Keep it',
  sentenceChange: 'Change',
  sentenceSave: 'Save',
  sentenceRemove: 'Take out',
  sentenceChoose: 'A kept sentence',
  sentenceOwn: 'None: in my own words',
  keysSentence: 'while declining: a kept sentence',
} as const satisfies Record<string, EnglishText>;
