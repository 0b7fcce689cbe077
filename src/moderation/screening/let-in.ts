import type { StoredFile } from '../../requests/index.ts';
import type { RefusedPictureStore } from './refused-picture-store.ts';
import { bytesKnownBy, SAME_PICTURE_WITHIN } from './same-picture.ts';
import type { Looks } from './screening.ts';

/** Takes a picture off the list of those that are never to be accepted again, with whatever on it looks like it. */
export type LetIn = (picture: StoredFile) => Promise<void>;

export function createLetIn({
  looks,
  refused,
}: {
  looks: Pick<Looks, 'picture'>;
  refused: Pick<RefusedPictureStore, 'find' | 'remove'>;
}): LetIn {
  return async (picture) => {
    const look = await looks.picture(picture).catch(() => null);
    const sha256 = bytesKnownBy(picture);
    for (;;) {
      const found = await refused.find({ sha256, mark: look?.mark ?? null }, SAME_PICTURE_WITHIN);
      // Taken off by somebody else in between counts as well.
      if (!found) return;
      await refused.remove([found.hash]);
    }
  };
}
