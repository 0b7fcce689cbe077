import { expect, it } from 'vitest';
import { createLookScreening } from '../../../../../src/moderation/screening/look/look-screening.ts';
import { aClip } from '../../../../samples/requests.ts';

const screening = createLookScreening();

it.each([
  ['black', { brightest: 16, contrast: 0, change: 0 }],
  ['plain', { brightest: 120, contrast: 0.5, change: 0 }],
  ['moves', { brightest: 120, contrast: 40, change: 0.1 }],
])('puts a clip that is %s before a curator', async (word, look) => {
  const verdict = await screening.screenClip({ ...aClip(), look });
  expect(verdict.outcome).toBe('review');
  expect(verdict.findings[0]?.evidence).toContain(word);
});

it('lets through what is to be seen and moves', async () => {
  expect(await screening.screenClip(aClip())).toEqual({ outcome: 'allow', findings: [], screenedBy: ['look@1'] });
});
