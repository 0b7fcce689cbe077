import type { Screening } from '../../src/moderation/screening/screening.ts';
import type { LabelledPrompt } from '../labelled-prompt.ts';
import { learnFrom } from './learn-from.ts';

/** Of the harmless prompts that it is calibrated with, so many may lie above its threshold. */
const FALSE_ALARMS = 0.015;
const ID = 'learned@trial';

/**
 * A classifier learnt here and now, to be measured beside the rules. It is no part of the app: see
 * docs/decisions/0026-no-embedded-classifier.md for what it was worth. `calibration` are harmless prompts of a source of
 * their own, since those it learnt from lie too far from the threshold.
 */
export function createLearnedScreening(
  lessons: readonly LabelledPrompt[],
  calibration: readonly LabelledPrompt[],
): Screening {
  const score = learnFrom(lessons);
  const harmless = calibration
    .flatMap((row) => (row.harmful ? [] : [score(row.text)]))
    .toSorted((one, two) => two - one);
  const threshold = harmless[Math.floor(FALSE_ALARMS * harmless.length)] ?? 0;
  return {
    id: ID,
    immediate: 'always',
    certainty: 'model',
    screenPrompt: async ({ prompt }) =>
      score(prompt) > threshold
        ? {
            outcome: 'review',
            findings: [{ policy: 'learned', outcome: 'review', evidence: 'seems harmful', source: ID }],
            screenedBy: [ID],
          }
        : { outcome: 'allow', findings: [], screenedBy: [ID] },
    screenClip: async () => ({ outcome: 'allow', findings: [], screenedBy: [ID] }),
  };
}
