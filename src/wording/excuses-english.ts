import type { Excuse } from '../moderation/screening/excuse.ts';

/** What screening took a text for, in its favour, in a word or two for curators. */
export const excusesEnglish: Record<Excuse, string> = {
  'history-lesson': 'a history lesson',
  satire: 'satire, marked as such',
  reenactment: 're-enactment, marked as such',
  fiction: 'fiction',
  sport: 'sport',
  medicine: 'medicine',
  art: 'art',
  warning: 'a warning against it',
  question: 'a question',
  'said-against': 'said against it, or reported',
};
