import type { Clip, Finding, Verdict } from '../../../requests/index.ts';
import type { Screening } from '../screening.ts';

const ID = 'look@1';

/** Mean brightness that no frame of a black clip passes: video black is 16, and noise adds little. */
const BLACK = 20;
/** Deviation of brightness below which a frame is one plain colour. */
const PLAIN = 2;
/** Mean difference from the first frame below which nothing moves. */
const STILL = 0.3;

/**
 * What a machine can tell of a clip without knowing what it shows: that it is not black from end to end, that something
 * is to be seen and that something moves. A clip that came out badly is for a curator to look at; of prompts it knows
 * nothing.
 */
export function createLookScreening(): Screening {
  return {
    id: ID,
    immediate: 'always',
    certainty: 'rule',
    screenPrompt: async () => verdictOf([]),
    screenClip: async ({ look }) => verdictOf(findInLook(look)),
  };
}

function findInLook({ brightest, contrast, change }: Clip['look']): Finding[] {
  const find = (evidence: string): Finding[] => [{ policy: 'technical', outcome: 'review', evidence, source: ID }];
  if (brightest <= BLACK) return find(`black from end to end: the brightest frame is ${Math.round(brightest)} of 255`);
  if (contrast < PLAIN) return find('one plain colour from end to end');
  return change < STILL ? find('nothing moves') : [];
}

function verdictOf(findings: Finding[]): Verdict {
  return { outcome: findings.length > 0 ? 'review' : 'allow', findings, screenedBy: [ID] };
}
