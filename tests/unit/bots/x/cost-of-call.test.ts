import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type CostItem, costOfCall, totalsOf } from '../../../../src/bots/x/money/cost-of-call.ts';

const guide = readFileSync(new URL('../../../../docs/x.md', import.meta.url), 'utf8');
const amount = (dollars: number) => `${dollars.toFixed(2)} $`;

/** The rows of the guide's table of costs, by what each begins with. */
function row(beginning: string): string[] {
  const line = guide.split('\n').find((each) => each.startsWith(`| ${beginning}`));
  return line?.split('|').map((cell) => cell.trim()) ?? [];
}

it('README.md tells the same', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
  const { call, day } = totalsOf(costOfCall({ requests: 1000, clips: 50 }));
  expect(readme).toContain(`1,000 requests and 50 clips costs ${amount(call)} at X, and ${amount(day)} for each day`);
});

it('docs/x.md tells what a call costs as the price list has it', () => {
  const cost = costOfCall({ requests: 1000, clips: 50 });
  const rows: [string, CostItem][] = [
    ['a mention read', cost.hearing],
    ['a post looked up before its clip is made', cost.lookingUp],
    ['a reply to a mention', cost.replying],
    ['its clip described', cost.describing],
    ['a day later: whether a post that was answered is still there', cost.watching],
    ['a day later: the likes of a reply', cost.likes],
  ];
  for (const [beginning, { each, count, dollars }] of rows) {
    expect(row(beginning).slice(2, 5), beginning).toEqual([
      `${each.toFixed(3)} $`,
      count.toLocaleString('en'),
      amount(dollars),
    ]);
  }
  const { call, day } = totalsOf(cost);
  expect(row('**the call**')[4]).toBe(`**${amount(call)}**`);
  expect(row('**each day of looking after it**')[4]).toBe(`**${amount(day)}**`);
  expect(row('**with 30 days of looking after it**')[4]).toBe(`**${amount(call + 30 * day)}**`);
});
