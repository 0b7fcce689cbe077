import { RESOLUTIONS, type Resolution, SOUNDS, type Sound } from '../../requests/clip-options.ts';

/** What a request may ask for at all; an engine's own limits come later, when the request is fitted to it. */
export interface ReadingLimits {
  /** Longest prompt in graphemes. */
  promptGraphemes: number;
  /** Longest style in graphemes. */
  styleGraphemes: number;
  /** Length of a clip in seconds. */
  seconds: { min: number; max: number };
  /** How many times longer than its short side a frame may be. */
  mostStretched: number;
  resolutions: readonly Resolution[];
  sounds: readonly Sound[];
}

export const DEFAULT_READING_LIMITS: ReadingLimits = {
  promptGraphemes: 600,
  styleGraphemes: 40,
  seconds: { min: 1, max: 60 },
  mostStretched: 4,
  resolutions: RESOLUTIONS,
  sounds: SOUNDS,
};
