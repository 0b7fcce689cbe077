import type { EnglishText } from './text.ts';

/** What the review desk says of how grave material is shown, and of breaks. */
export const careEnglish = {
  care: 'Care',
  careTitle: 'How grave content is shown to you',
  careHint: 'For you alone, wherever you sign in.',
  careVeil: 'Blurred and without colour',
  veilNone: 'Nothing',
  veilGrave: 'What screening flagged',
  veilAll: 'Every picture and clip',
  careReveal: 'Shown',
  revealHeld: 'Only while I hold the button, or B',
  revealLeft: 'After one press',
  careSilent: 'What is blurred plays without sound',
  careBreak: 'Suggest a break after so many grave ones in a row (0: never)',
  careSave: 'Save',
  holdVeil: 'Hold to show it',
  breakTitle: 'Time for a break?',
  breakHint: {
    one: 'That was {count} grave one. The rest waits for you, or for somebody else.',
    other: 'That was {count} grave ones in a row. The rest waits for you, or for somebody else.',
  },
  breakTaken: 'Go on',
  keysReveal: 'hold it down: show what is blurred',
  careNames: 'Requesters never read your name: to them you are “a curator”.',
} as const satisfies Record<string, EnglishText>;
