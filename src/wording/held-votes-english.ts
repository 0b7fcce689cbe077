import type { EnglishText } from './text.ts';

/** What is told of votes that look agreed upon, in English. */
export const heldVotesEnglish = {
  heldPublic: {
    one: '{count} more vote is held until somebody has looked at it',
    other: '{count} more votes are held until somebody has looked at them',
  },
  heldYours: 'Your vote is among those that are held.',
  heldAnswers: {
    one: '{count} more answer is held until somebody has looked at it',
    other: '{count} more answers are held until somebody has looked at them',
  },
  heldAnswersYours: 'Yours is among what is held.',
  votesOpen: 'Votes',
  votesTitle: 'Votes that look agreed upon',
  votesLead:
    'These do not count until somebody has looked at them. Who cast them is shown to nobody. A release lets them count, now and later.',
  votesNone: 'Nothing looks agreed upon.',
  votesHeld: 'Held',
  votesReleased: 'Released',
  votesVoid: 'Void',
  votesCount: { one: '{count} vote', other: '{count} votes' },
  votesBy: { one: 'by {count} voter', other: 'by {count} voters' },
  votesBurst:
    'Many new accounts voted for this within an hour, and for hardly anything else. It may be friends of whoever asked for it.',
  votesRing: 'These voters all voted for the same things, which others do not vote for together.',
  votesMutual: 'These people vote for one another, and for hardly anybody else.',
  votesReason: 'Reason (it is kept)',
  votesRelease: 'Let them count',
  votesVoidThem: 'Never count them',
} as const satisfies Record<string, EnglishText>;
