import { type Clock, type StoredFile, toInstant } from '../../requests/index.ts';
import type { RefusedPictureStore } from './refused-picture-store.ts';
import { bytesKnownBy } from './same-picture.ts';
import type { Looks } from './screening.ts';

/** Puts a picture on the list of those that are never to be accepted again. */
export type KeepOut = (picture: StoredFile, by: string) => Promise<void>;

/** By the bytes that were sent, those that are kept, and how it looks; what cannot be looked at, by its bytes alone. */
export function createKeepOut({
  looks,
  refused,
  clock,
}: {
  looks: Pick<Looks, 'picture'>;
  refused: Pick<RefusedPictureStore, 'add'>;
  clock: Clock;
}): KeepOut {
  return async (picture, by) => {
    const look = await looks.picture(picture).catch(() => null);
    const hashes = [
      ...bytesKnownBy(picture).map((sha256) => `sha256:${sha256}`),
      ...(look?.mark ? [`phash:${look.mark}`] : []),
    ];
    const at = toInstant(clock());
    await refused.add(hashes.map((hash) => ({ hash, policy: 'refused-picture', by, at })));
  };
}
