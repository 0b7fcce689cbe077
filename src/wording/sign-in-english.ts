import type { EnglishText } from './text.ts';

/** What a browser shows to whoever logged the bot in somewhere, in English. */
export const signInEnglish = {
  title: 'Open Call',
  'signed-in': 'Logged in. You can close this page.',
  denied: 'The bot was not let in. Nothing has changed; you can close this page.',
  failed: 'That did not work. The terminal says why.',
  'not-ours': 'This page belongs to another attempt. Open the address that the terminal shows.',
} as const satisfies Record<string, EnglishText>;
