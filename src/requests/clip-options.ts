/** What sound a clip should carry. */
export const SOUNDS = ['none', 'ambience', 'narration'] as const;
export type Sound = (typeof SOUNDS)[number];

/** Named frame heights: the shorter side of the frame in pixels. */
export const RESOLUTIONS = [360, 480, 720, 1080] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** A shape as two whole numbers without a common divisor, e.g. 9:16. */
export interface AspectRatio {
  width: number;
  height: number;
}

/** What a requester asked for beyond the words; an option that was not given is absent and left to the engine's fit. */
export interface ClipOptions {
  aspect?: AspectRatio;
  /** Length in seconds; fractions are allowed. */
  seconds?: number;
  resolution?: Resolution;
  /** A look in a word or two, e.g. `watercolour`. Untrusted text. */
  style?: string;
  /** The same prompt with the same seed gives the same clip where the engine can. 0 to 2^31 − 1. */
  seed?: number;
  sound?: Sound;
}
