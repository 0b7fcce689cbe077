import type { EnglishText } from './text.ts';

/** What the review desk says beyond what stands in `pages-english.ts`. */
export const deskEnglish = {
  undo: 'Take back',
  undoTitle: 'Decisions that can be taken back',
  undoLeft: {
    one: '{count} decision takes effect soon',
    other: '{count} decisions take effect soon',
  },
  undoIn: { one: 'in {count} second', other: 'in {count} seconds' },
  undone: {
    zero: 'Too late: it has taken effect.',
    one: 'Taken back. It waits again.',
    other: '{count} taken back. They wait again.',
  },
  decidedBy: '{name} decided this. It takes effect at {time}.',
  decidedByYou: 'You decided this. It takes effect at {time}.',
  keysUndo: 'take the last decision back',
  keysPalette: 'everything the desk can do, by name',
  keysSelect: 'choose several, to decide them together',
  palette: 'Commands',
  paletteFind: 'What would you like to do?',
  paletteNothing: 'Nothing of that name.',
  choose: 'Choose “{prompt}”',
  chosen: { one: '{count} chosen', other: '{count} chosen' },
  chooseNone: 'Choose none',
  chooseShown: 'Choose all that are shown',
  bulkApprove: 'Approve them',
  bulkDecline: 'Decline them',
  bulkTitle: { one: 'Decide {count} request?', other: 'Decide {count} requests at once?' },
  bulkGo: { one: 'Decide {count}', other: 'Decide all {count}' },
  bulkDone: { one: '{count} decided.', other: '{count} decided.' },
  bulkLeft: {
    one: '{count} was left as it was: somebody else has it, or it has changed.',
    other: '{count} were left as they were: somebody else has them, or they have changed.',
  },
  similarWaiting: {
    one: '{count} more asks for nearly the same and waits',
    other: '{count} more ask for nearly the same and wait',
  },
  decideTogether: 'Decide once for all',
} as const satisfies Record<string, EnglishText>;
