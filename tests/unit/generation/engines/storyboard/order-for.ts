import type { ShotOrder } from '../../../../../src/requests/index.ts';

/** A second of the smallest video. */
export function orderFor(prompt: string, changes: Partial<ShotOrder> = {}): ShotOrder {
  return {
    prompt,
    aspect: { width: 16, height: 9 },
    seconds: 1,
    resolution: 360,
    framesPerSecond: 24,
    style: null,
    seed: 7,
    sound: 'ambience',
    picture: null,
    ...changes,
  };
}
