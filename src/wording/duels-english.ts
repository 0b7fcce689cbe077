import type { EnglishText } from './text.ts';

/** The texts of the page where two clips are compared, in English. */
export const duelsEnglish = {
  navDuels: 'Compare',
  duelsTitle: 'Which is better?',
  duelsLead: 'Two clips of one call. Say which you like better; nobody learns what you said.',
  duelsCall: 'Call',
  duelLeft: 'The left clip',
  duelRight: 'The right clip',
  duelPlay: 'Play: {prompt}',
  duelPause: 'Pause: {prompt}',
  duelBetter: 'This one is better',
  duelBetterOf: 'This one is better: {prompt}',
  duelNeither: 'Cannot tell',
  duelKeys: 'Keys: `←` and `→` choose, the space bar: cannot tell.',
  duelAnswered: {
    zero: 'You have compared none yet.',
    one: 'You have compared {count} pair.',
    other: 'You have compared {count} pairs.',
  },
  duelNext: 'Noted. The next two: {left}; {right}',
  duelDone: 'You have compared all there is',
  duelDoneMore: 'Come back when there are more clips. Your own never come up.',
  duelsNone: 'Nothing to compare yet',
  duelsNoneMore: 'As soon as a call has two clips that others asked for, you can compare them here.',
  standingTitle: 'How they stand',
  standingLead:
    'The bar shows how often a clip is likely to win against an average one, and the mark in it what is most likely. Where bars overlap, the places are not certain yet.',
  standingAnswers: { one: '{count} answer counted', other: '{count} answers counted' },
  standingUncompared: { one: '{count} clip not compared yet', other: '{count} clips not compared yet' },
  standingEmpty: 'Nobody has compared any of them yet.',
  standingPlace: 'Place {from}',
  standingPlaces: 'Place {from} to {to}',
  standingRange: '{from}–{to}',
  standingShare: 'Wins {share} of its duels against an average clip; between {low} and {high}',
  standingDuels: { one: '{count} duel', other: '{count} duels' },
} as const satisfies Record<string, EnglishText>;
