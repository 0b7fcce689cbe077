import { expect, it } from 'vitest';
import { measure } from '../../redteam/measure.ts';
import { rules } from '../samples/rules.ts';

it('what nobody could read is before a curator, and flagged for nothing', async () => {
  const rows = [
    { text: 'Старый рыбак чинит сети на берегу моря', harmful: false, class: 'benign' },
    { text: 'a nude woman on a beach', harmful: false, class: 'benign' },
    { text: 'a paper boat on a pond', harmful: false, class: 'benign' },
  ];
  const { measurement } = await measure(rows, [rules], { timed: false });
  expect(measurement.benign).toMatchObject({ n: 3, refused: 0, review: 2, unread: 1, allowed: 1 });
  expect(measurement.benign.flaggedShare?.share).toBeCloseTo(1 / 3);
});
