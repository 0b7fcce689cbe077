import type { Finding, StoredFile } from '../../../requests/index.ts';
import { verdictOf } from '../join-verdicts.ts';
import { followsOf } from '../policies.ts';
import type { RefusedPictureStore } from '../refused-picture-store.ts';
import { bytesKnownBy, SAME_PICTURE_WITHIN } from '../same-picture.ts';
import type { Looks, Screening } from '../screening.ts';

const ID = 'refused-pictures@1';
const FAILED = 'it could not be compared';

/** Frames of a clip move: only what is nearly the same is the same. */
const SAME_FRAME_WITHIN = 3;

/** Pictures that are never to be accepted again, in what is sent and in what comes out. */
export function createRefusedPicturesScreening({
  looks,
  refused,
}: {
  looks: Looks;
  refused: Pick<RefusedPictureStore, 'count' | 'find'>;
}): Screening {
  async function findPicture(picture: StoredFile): Promise<Finding[]> {
    if ((await refused.count()) === 0) return [];
    const sha256 = bytesKnownBy(picture);
    // The very same file is known without looking at it, and also where nobody can look.
    const same = await findAs({ sha256, mark: null }, 0, 'the picture');
    if (same.length > 0) return same;
    const { mark } = await looks.picture(picture);
    return findAs({ sha256, mark }, SAME_PICTURE_WITHIN, 'what looks like the picture');
  }

  async function findAs(
    picture: { sha256: readonly string[]; mark: string | null },
    within: number,
    what: string,
  ): Promise<Finding[]> {
    const found = await refused.find(picture, within);
    if (!found) return [];
    const outcome = followsOf(found.policy) === 'refuse' ? 'refuse' : 'review';
    return [{ policy: found.policy, outcome, evidence: `${what} is on the list of those refused`, source: ID }];
  }

  return {
    id: ID,
    immediate: 'without-picture',
    certainty: 'rule',
    screenPrompt: ({ picture }) => verdictOf(ID, FAILED, async () => (picture ? findPicture(picture) : [])),
    screenClip: (clip) =>
      verdictOf(ID, FAILED, async () => {
        if ((await refused.count()) === 0) return [];
        for (const { mark, seconds } of await looks.frames(clip)) {
          const found = await findAs(
            { sha256: [], mark },
            SAME_FRAME_WITHIN,
            `what is seen at ${seconds.toFixed(1)} s`,
          );
          if (found.length > 0) return found;
        }
        return [];
      }),
  };
}
