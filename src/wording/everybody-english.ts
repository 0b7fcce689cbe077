import type { EnglishText } from './text.ts';

/** What is suggested to say to everybody about a call, in English. */
export const everybodyEnglish = {
  opened: 'A new call: “{theme}”.',
  how: 'Answer this post, or mention us, with your idea. Curators choose, and an AI makes the clip.',
  'open-until': 'Open until {date}.',
  closed: 'The call “{theme}” is over.',
  made: { one: '{count} clip came of it.', other: '{count} clips came of it.' },
  best: 'The best, by your votes:',
  winner: '{place}. {name}',
  thanks: 'Thank you, everybody.',
} as const satisfies Record<string, EnglishText>;
