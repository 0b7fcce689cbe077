import type { NudityScores } from '../../../media/media-tools.ts';
import type { Clip, Finding } from '../../../requests/index.ts';
import { unchecked, verdictOf } from '../join-verdicts.ts';
import type { Looks, Screening } from '../screening.ts';

const ID = 'nudity@1';
const FAILED = 'the picture could not be looked at';

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
      verdictOf(ID, FAILED, async () => (picture ? findIn((await looks.picture(picture)).nudity, '') : [])),
    screenClip: (clip) =>
      verdictOf(ID, FAILED, async () => (ownDrawings.includes(clip.engine) ? [] : lookAtClip(looks, clip))),
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
