import type { Say } from '../../wording/say-page.ts';
import { harmlessText } from './harmless-text.ts';
import type { ShownClip } from './shown-clip.ts';

/** The credit, under the name its requester chose. */
export function askedBy({ requesterName }: Pick<ShownClip, 'requesterName'>, say: Say): string {
  const name = harmlessText(requesterName).trim();
  return name === '' ? say('askedByNobody') : say('askedBy', { name });
}
