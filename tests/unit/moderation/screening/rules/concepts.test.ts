import { expect, it } from 'vitest';
import { arabicConcepts } from '../../../../../src/moderation/screening/rules/concepts/arabic-concepts.ts';
import { arabicDeceits } from '../../../../../src/moderation/screening/rules/concepts/arabic-deceits.ts';
import { englishConcepts } from '../../../../../src/moderation/screening/rules/concepts/english-concepts.ts';
import { englishDeceits } from '../../../../../src/moderation/screening/rules/concepts/english-deceits.ts';
import { englishScenes } from '../../../../../src/moderation/screening/rules/concepts/english-scenes.ts';

it.each([
  ['English', [englishConcepts, englishScenes, englishDeceits]],
  ['Arabic', [arabicConcepts, arabicDeceits]],
])('each concept of %s is told once: of two with one name the later would hide the other', (_, parts) => {
  const names = parts.flatMap((part) => Object.keys(part));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
