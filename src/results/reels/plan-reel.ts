import type { Clip } from '../../requests/index.ts';

/** Of the whole reel, in pixels. Clips of other shapes stand before a blurred ground of their own. */
export const REEL = { width: 1280, height: 720, framesPerSecond: 30 } as const;

const TITLE_FRAMES = 3 * REEL.framesPerSecond;
const CREDIT_FRAMES = 2 * REEL.framesPerSecond;
/** Of a clip is shown so much, so that a reel of five minutes-long clips stays one that is watched. */
const MOST_CLIP_FRAMES = 12 * REEL.framesPerSecond;
/** Half a second in which one picture melts into the next. */
const MELTING_FRAMES = 15;

export type ReelPart = { frames: number; melting: number } & (
  | { shows: 'title' }
  /** Who asked for the clip that follows, and in which words. */
  | { shows: 'credit'; place: number }
  | { shows: 'clip'; place: number }
);

/** From the title to the best clip, which comes last. `clips` are the best first; places count from 1. */
export function planReel(clips: readonly Pick<Clip, 'seconds'>[]): ReelPart[] {
  const shown = clips.map(({ seconds }, index) => {
    const frames = Math.min(MOST_CLIP_FRAMES, Math.floor(seconds * REEL.framesPerSecond));
    // What is over before it is seen is a cut.
    const melting = frames > 3 * MELTING_FRAMES ? MELTING_FRAMES : 0;
    const place = index + 1;
    return [
      { shows: 'credit', place, frames: CREDIT_FRAMES, melting: MELTING_FRAMES },
      { shows: 'clip', place, frames, melting },
    ] as const;
  });
  return [{ shows: 'title', frames: TITLE_FRAMES, melting: 0 }, ...shown.toReversed().flat()];
}

/** In seconds. */
export function lengthOf(parts: readonly ReelPart[]): number {
  return parts.reduce((sum, { frames, melting }) => sum + frames - melting, 0) / REEL.framesPerSecond;
}
