import type { Finding } from '../../bots/finding.ts';
import type { Examination } from './examine.ts';

const COLUMN = 22;

/** What a person reads: a line for each thing, what to do below it, and the invitation. */
export function doctorLines({ findings, invitation }: Examination): string[] {
  const count = (outcome: Finding['outcome']) => findings.filter((each) => each.outcome === outcome).length;
  const lines = findings.flatMap(({ about, outcome, says, advice }) => [
    `  ${outcome.padEnd(11)}${about.padEnd(COLUMN)}${says}`,
    ...(advice === null ? [] : [`  ${' '.repeat(11 + COLUMN)}→ ${advice}`]),
  ]);
  const invite = invitation === null ? [] : ['  Invite the bot to a server:', `  ${invitation}`, ''];
  const summary = `  ${count('ok')} ok, ${count('attention')} that want attention, ${count('failing')} failing.`;
  return ['', ...lines, '', ...invite, summary, ''];
}
