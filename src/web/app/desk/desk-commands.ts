import type { Say } from '../language/say.ts';
import type { Command } from './command-palette.tsx';

/** What the desk lets be done, by the key that does it; what cannot be done now has nothing to run. */
export type DeskDeeds = Readonly<Record<string, (() => unknown) | undefined>>;

const TEXTS = [
  ['a', 'A', 'approve'],
  ['e', 'E', 'editApprove'],
  ['d', 'D', 'decline'],
  ['s', 'S', 'escalate'],
  ['m', 'M', 'merge'],
  ['h', 'H', 'hold'],
  ['q', 'Q', 'ask'],
  ['r', 'R', 'skipCard'],
  ['j', 'J', 'next'],
  ['k', 'K', 'previous'],
  ['x', 'X', 'chooseOpen'],
  ['1', '', 'viewWaiting'],
  ['2', '', 'viewAttention'],
  ['3', '', 'viewHeld'],
  ['4', '', 'viewDecided'],
  ['chooseShown', '', 'chooseShown'],
  ['people', '', 'peopleTitle'],
  ['votes', '', 'votesTitle'],
  ['care', '', 'careTitle'],
  ['sentences', '', 'sentencesTitle'],
  ['invite', '', 'inviteTitle'],
  ['?', '?', 'keysTitle'],
] as const;

/** The palette offers what the keys do, and what has no key. */
export function deskCommands(deeds: DeskDeeds, say: Say): Command[] {
  return TEXTS.flatMap(([id, key, text]) => {
    const run = deeds[id];
    return run ? [{ id, text: say(text), ...(key && { key }), run: () => void run() }] : [];
  });
}
