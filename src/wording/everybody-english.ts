import type { EnglishText } from './text.ts';

/** What is suggested to say to everybody about a call, in English. */
export const everybodyEnglish = {
  opened: 'A new call: “{theme}”.',
  how: 'Answer this post, or mention us, with your idea. Curators choose, and a machine makes the clip.',
  'how-discord': 'Mention me with your idea, in a sentence. Curators choose, and a machine makes the clip.',
  'how-room': 'Write below what you would like to see. Curators choose, and a machine makes the clip.',
  'open-until': 'Open until {date}.',
  extended: 'The call “{theme}” is open until {date} now.',
  'extended-endless': 'The call “{theme}” stays open.',
  closed: 'The call “{theme}” is over.',
  made: { one: '{count} clip came of it.', other: '{count} clips came of it.' },
  best: 'The best, by your votes:',
  winner: '{place}. {name}',
  thanks: 'Thank you, everybody.',
  'reel-title': 'The best of “{theme}”',
  'reel-of': 'The best {best} of {count} clips',
  'reel-alt': {
    one: 'A title, then the best clip of the call under the name of who asked for it.',
    other: 'A title, then the {count} best clips of the call, each under the name of who asked for it.',
  },
} as const satisfies Record<string, EnglishText>;
