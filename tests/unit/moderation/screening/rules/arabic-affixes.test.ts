import { expect, it } from 'vitest';
import { withoutEnd, withoutFront } from '../../../../../src/moderation/screening/rules/arabic-affixes.ts';
import { arabic } from '../../../../../src/moderation/screening/rules/whole-words.ts';

it.each([
  ['والبيت', 'بيت'],
  ['بالبيت', 'بيت'],
  ['فللبيت', 'بيت'],
  ['لالبيت', 'بيت'],
  ['سمك', 'مك'],
  ['دار', 'دار'],
])('of %s is left %s without what is written onto its front', (word, bare) => {
  expect(withoutFront(word)).toBe(bare);
});

it.each([
  ['بيتهما', 'بيت'],
  ['بيتها', 'بيت'],
  ['بيتا', 'بيت'],
  ['بيت', 'بيت'],
])('of %s is left %s without its ending', (word, bare) => {
  expect(withoutEnd(word)).toBe(bare);
});

it.each(['بيت', 'لالبيت', 'وبالبيت', 'بيتهما', 'بيتا'])('a rule on a word finds %s, as the concepts do', (word) => {
  expect(arabic('بيت').test(word)).toBe(true);
});
