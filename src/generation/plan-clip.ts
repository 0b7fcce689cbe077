import type { Asked, ClipOptions } from '../requests/index.ts';
import { type Fit, fitToEngine } from './fit-to-engine.ts';
import type { EngineLimits } from './video-engine.ts';

/** The length of the seed's range: 31 bits, which every engine takes. */
const SEEDS = 2 ** 31;

/** What would be made of a request: the same before a curator approves it and when its turn comes. */
export function planClip(
  request: Pick<Asked, 'id' | 'picture'>,
  { prompt, options }: { prompt: string; options: ClipOptions },
  limits: EngineLimits,
): Fit {
  return fitToEngine({ prompt, options, picture: request.picture, seed: seedOf(request.id) }, limits);
}

/** A seed of the request's own, so that a clip that is made again comes out the same. FNV-1a. */
function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % SEEDS;
}
