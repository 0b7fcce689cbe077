import { expect, it } from 'vitest';
import { afterDeciding, isBreakDue, RESTED } from '../../../src/web/app/desk/grave-run.ts';

const MINUTE_MS = 60_000;
const decidedAt = (...moments: readonly (readonly [minute: number, grave: boolean])[]) =>
  moments.reduce((run, [minute, grave]) => afterDeciding(run, { grave, now: minute * MINUTE_MS }), RESTED);

it('a break is due after so many grave ones, however many others lie between them', () => {
  const three = decidedAt([20, true], [21, false], [22, true], [31, false], [40, true]);
  expect(three.count).toBe(3);
  expect(isBreakDue(three, 3)).toBe(true);
  expect(isBreakDue(three, 4)).toBe(false);
  expect(isBreakDue(three, 0)).toBe(false);
});

it('whoever did nothing for more than ten minutes has had one', () => {
  expect(decidedAt([20, true], [30, true]).count).toBe(2);
  expect(decidedAt([20, true], [30.1, true]).count).toBe(1);
  expect(decidedAt([20, true], [31, false]).count).toBe(0);
  expect(isBreakDue(RESTED, 1)).toBe(false);
});
