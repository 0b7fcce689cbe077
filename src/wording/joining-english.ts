import type { EnglishText } from './text.ts';

/** The texts of the pages about accounts that their owner joins, in English. */
export const joiningEnglish = {
  joinTitle: 'Your accounts as one',
  joinHint:
    'You can join accounts that are all yours, here, in another browser or elsewhere. They are one person then: one vote for each thing, and one limit of requests. Nothing else changes, and you can undo it.',
  joinedTo: 'Joined to this one:',
  joinOnX: 'On X, as {name}',
  joinPart: 'Take this one out',
  joinParted: 'This account stands alone again.',
  joinGetCode: 'Get a code',
  joinXName: 'Your name on X, if you join that account',
  joinCodeIs: 'Your code, for {count} minutes and one use:',
  joinEnterIt:
    'Enter it where you are with your other account: on this page, or on Discord with the command /my link. Show it to nobody.',
  joinEnterOnX: 'Post on X, as {name}, a mention of the bot with the words:',
  joinXWords: 'join {code}',
  joinHaveCode: 'A code that your other account got',
  joinEnter: 'Join',
  joinDone: 'Joined: both are one person now.',
  auditAccountsJoined: 'A member joined accounts ({platforms}), which vote once from now on',
  auditAccountParted: 'A member took an account out of those joined ({platform})',
} as const satisfies Record<string, EnglishText>;
