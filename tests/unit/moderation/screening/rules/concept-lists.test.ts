import { expect, it } from 'vitest';
import { arabicConcepts } from '../../../../../src/moderation/screening/rules/concepts/arabic-concepts.ts';
import { arabicDeceits } from '../../../../../src/moderation/screening/rules/concepts/arabic-deceits.ts';
import { englishConcepts } from '../../../../../src/moderation/screening/rules/concepts/english-concepts.ts';
import { englishDeceits } from '../../../../../src/moderation/screening/rules/concepts/english-deceits.ts';
import { englishScenes } from '../../../../../src/moderation/screening/rules/concepts/english-scenes.ts';

it.each([
  ['English', [englishConcepts, englishScenes, englishDeceits]],
  ['Arabic', [arabicConcepts, arabicDeceits]],
])('no concept of %s stands in two lists, where the one would hide the other', (_, lists) => {
  const names = lists.flatMap((list) => Object.keys(list));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
