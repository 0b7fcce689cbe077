import type { DeskCard } from '../../api/contract.ts';

/** Whether screening refuses or wants looked at what it saw, and not only says that nobody could look. */
export function seesSomething(flags: DeskCard['flags']): boolean {
  return flags.some(
    ({ policy, outcome }) => outcome !== 'allow' && !['unchecked', 'technical', 'late'].includes(policy),
  );
}
