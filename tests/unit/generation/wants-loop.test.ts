import { expect, it } from 'vitest';
import { wantsLoop } from '../../../src/generation/wants-loop.ts';

it.each([
  'a candle flickers, seamless loop',
  'waves that loop endlessly',
  'a looping animation of falling snow',
  'rain on a window as a loop',
  'أمواج على الشاطئ في حلقة متصلة',
  'شمعة تتكرر بلا انقطاع',
])('hears that it is to play round: %s', (prompt) => {
  expect(wantsLoop(prompt)).toBe(true);
});

it.each([
  'a roller coaster with a loop',
  'a plane flies a loop in the sky',
  'a loop of rope',
  'حلقة ذهبية على الطاولة',
  'رجل يركض بلا توقف',
])('takes no thing for it: %s', (prompt) => {
  expect(wantsLoop(prompt)).toBe(false);
});
