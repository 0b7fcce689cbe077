import type { EnglishText } from './text.ts';

/** Statements of reasons, in English: for the one whose request it is, and for the transparency database. */
export const statementEnglish = {
  'decision-not-made': 'No clip is made of what was asked.',
  'decision-not-shown': 'The clip was made and is not shown to anybody.',
  'decision-taken-down': 'The clip was taken down everywhere we had posted it.',
  'facts-prompt': 'It is about a prompt of {date}.',
  'facts-picture': 'It is about a prompt with a picture, of {date}.',
  'facts-clip': 'It is about a clip of {date}, made by an engine from a prompt.',
  'facts-reported': 'Somebody had reported it.',
  'facts-checked': 'Automatic checks looked at it ({checks}) and found in it: {policies}.',
  'facts-clean': 'Automatic checks looked at it ({checks}) and found nothing.',
  'facts-version': 'They went by the policies of {version}.',
  'facts-system': 'They decided by themselves, without a person.',
  'facts-curator-after-system': 'A person decided, and knew what the checks had found.',
  'facts-curator': 'A person decided.',
  'redress-appeal': 'You can appeal here once: somebody who has not decided it looks at it again.',
  'redress-appealed': 'You have appealed here; it is not looked at a second time.',
  'redress-outside':
    'In the European Union you can turn to a certified out-of-court dispute settlement body, and to a court; elsewhere, to a court.',
} as const satisfies Record<string, EnglishText>;
