import type { Readable } from 'node:stream';
import type { StoredFile } from '../../requests/index.ts';
import type { TakenPicture } from '../take-in-picture.ts';
import { type LinkRules, openLink } from './open-link.ts';

export type TakeInPicture = (stream: Readable, limit: { maxBytes: number }) => Promise<TakenPicture>;

export type LinkedPicture = { outcome: 'taken'; file: StoredFile } | { outcome: 'unusable' };

/** So many pictures are fetched and decoded at once, however many arrive. */
const AT_ONCE = 4;

/** Takes in pictures that hang on posts of strangers. What the platform cannot give just now throws. */
export function createTakeInLink({
  takeInPicture,
  rules,
  maxBytes,
}: {
  takeInPicture: TakeInPicture;
  rules: LinkRules;
  maxBytes: number;
}): (link: string) => Promise<LinkedPicture> {
  let free = AT_ONCE;
  const queue: (() => void)[] = [];

  async function take(link: string): Promise<LinkedPicture> {
    const stream = await openLink(link, rules);
    if (!stream) return { outcome: 'unusable' };
    const taken = await takeInPicture(stream, { maxBytes });
    return taken.outcome === 'taken' ? taken : { outcome: 'unusable' };
  }

  return async (link) => {
    if (free === 0) await new Promise<void>((resolve) => queue.push(resolve));
    else free -= 1;
    try {
      return await take(link);
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}
