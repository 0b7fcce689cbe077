import type { EnglishText } from './text.ts';

/** What is said of who won a call, in English. */
export const winnersEnglish = {
  winnersTitle: 'Who won “{theme}”',
  winnersByVotes: 'Found on {date} by the votes for each clip: the share of its viewers who voted, counted carefully.',
  winnersByDuels: 'Found on {date} by duels, in which people said which of two clips is better.',
  winnersSoon: 'The call is over. Who won is told once everything that was asked in it has its answer.',
  callWinners: 'How winners are found',
  'callWinners-votes': 'By votes for each clip',
  'callWinners-duels': 'By duels between two clips',
  callWinnerPlaces: 'How many places there are',
  wonPlace: 'Place among the winners',
  winnersNone: 'Nobody’s clip had a vote, so nobody won.',
} as const satisfies Record<string, EnglishText>;
