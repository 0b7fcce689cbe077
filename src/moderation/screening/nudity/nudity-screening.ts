import type { NudityScores } from '../../../media/media-tools.ts';
import type { Clip, Finding, Verdict } from '../../../requests/index.ts';
import { strictest, unchecked } from '../join-verdicts.ts';
import type { Looks, Screening } from '../screening.ts';

const ID = 'nudity@1';

/** Scores from 0 to 1. What is drawn and naked counts like what is photographed. */
const REFUSE_AT = 0.9;
const REVIEW_AT = 0.4;
/** Little clothing is no nudity: only where the model is sure does a curator look. */
const SEXY_REVIEW_AT = 0.8;

export interface NudityDependencies {
  looks: Looks;
  /** Engines that draw from material of ours, in which nobody is naked: their clips are not looked at. */
  ownDrawings: readonly string[];
}

/**
 * Pictures that are sent in, and frames of finished clips, under a model that comes with a package and knows nudity only.
 * Of text that can be read in a clip it says that nobody read it; see docs/decisions.
 */
export function createNudityScreening({ looks, ownDrawings }: NudityDependencies): Screening {
  return {
    id: ID,
    immediate: 'without-picture',
    certainty: 'model',
    screenPrompt: ({ picture }) =>
      picture ? answered(async () => findIn((await looks.picture(picture)).nudity, '')) : answered(async () => []),
    screenClip: (clip) => answered(async () => (ownDrawings.includes(clip.engine) ? [] : lookAtClip(looks, clip))),
  };
}

async function lookAtClip(looks: Looks, clip: Clip): Promise<Finding[]> {
  const frames = await looks.frames(clip);
  const found = frames.flatMap(({ nudity, seconds }) => findIn(nudity, ` at ${seconds.toFixed(1)} s`));
  const [gravest] = found.toSorted(
    (one, other) => Number(other.outcome === 'refuse') - Number(one.outcome === 'refuse'),
  );
  const unread: Finding = {
    ...unchecked(ID, `${frames.length} frames were looked at; text that can be read in them was read by nobody`),
    outcome: 'allow',
  };
  return [...(gravest ? [gravest] : []), unread];
}

function findIn({ porn, hentai, sexy }: NudityScores, where: string): Finding[] {
  const naked = porn + hentai;
  const find = (outcome: Finding['outcome'], what: string, score: number): Finding[] => [
    { policy: 'sexual', outcome, evidence: `${what} ${score.toFixed(2)}${where}`, source: ID },
  ];
  if (naked >= REFUSE_AT) return find('refuse', 'naked', naked);
  if (naked >= REVIEW_AT) return find('review', 'naked', naked);
  return sexy >= SEXY_REVIEW_AT ? find('review', 'hardly dressed', sexy) : [];
}

async function answered(look: () => Promise<Finding[]>): Promise<Verdict> {
  try {
    const findings = await look();
    return { outcome: strictest(findings.map(({ outcome }) => outcome)), findings, screenedBy: [ID] };
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : 'no answer';
    return {
      outcome: 'review',
      findings: [unchecked(ID, `the picture could not be looked at: ${why}`)],
      screenedBy: [],
    };
  }
}
