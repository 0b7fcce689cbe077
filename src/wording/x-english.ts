import type { EnglishText } from './text.ts';

/** What is said on X only, in English. Several ways to say the same, since X takes repeated words for spam. */
export const xEnglish = {
  'clip-1': 'Here is your clip. Made by AI.',
  'clip-2': 'Your clip is ready. An AI made it from your words.',
  'clip-3': 'You asked, and here it is: a clip made by AI.',
  'clip-4': 'Done! This clip was made by AI.',
  'clip-5': 'This is what became of your idea. Made by AI.',
  'clip-6': 'Fresh from the stage, made by AI: your clip.',
  'drawn-1': 'Here is your clip: a storyboard that a program drew.',
  'drawn-2': 'Your clip is ready. A program drew it from your words, as a storyboard.',
  'drawn-3': 'Done! This storyboard was drawn by a program.',
  quote: '“{caption}”',
  mark: 'Clip {mark}',
  'call-mark': 'Call {mark}',
} as const satisfies Record<string, EnglishText>;
