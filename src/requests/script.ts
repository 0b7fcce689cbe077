/**
 * How a shot begins: with the last picture of the one before, by a cut, or by one melting into the other. Nothing of it
 * is said of the first shot.
 */
export const BEGINNINGS = ['continues', 'cut', 'crossfade'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** The parts of a shot that are told in words; an empty one says nothing. */
export const SCRIPT_WORDS = ['subject', 'setting', 'action', 'camera', 'light', 'style', 'sound'] as const;
export type ScriptWord = (typeof SCRIPT_WORDS)[number];

/** One shot as a director would note it down. Untrusted text. */
export interface ScriptShot extends Record<ScriptWord, string> {
  seconds: number;
  begins: Beginning;
}
