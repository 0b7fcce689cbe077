import { type AdvanceDependencies, advance, toInstant } from '../requests/index.ts';
import type { FileOwners } from './file-owners.ts';

export interface LetPicturesGoDependencies extends AdvanceDependencies {
  owners: FileOwners;
}

const AT_A_TIME = 100;

/**
 * Takes pictures out of the records that were asked with in vain; the files go with the next sweep. The post in the
 * room first, since a request that has no picture any more is not found again.
 */
export async function letPicturesGo(
  { owners, ...advancing }: LetPicturesGoDependencies,
  { before, goesOn }: { before: Date; goesOn: () => boolean },
): Promise<void> {
  for (;;) {
    const found = await owners.picturesTurnedDown(toInstant(before), AT_A_TIME);
    let gone = 0;
    for (const request of found) {
      if (!goesOn()) return;
      if (request.post.platform === 'room') await owners.takeOffPost(request.post.id);
      const decision = await advance(advancing, request, { kind: 'picture-let-go' });
      if (decision.applies) gone += 1;
    }
    if (found.length < AT_A_TIME || gone === 0) return;
  }
}
