import type { KnownByFrames } from './known-clips.ts';
import type { Known } from './verification.ts';

/** How many frames must be like one of ours, and which share of all that show anything; see docs/measurements.md. */
const NEARLY_CERTAIN = { frames: 3, share: 0.5 };
const LIKELY = { frames: 2, share: 0.2 };

/** The clip of ours that a file with these frames may be; null: none that we would name. */
export function mostLike(frames: readonly (readonly string[])[], found: readonly KnownByFrames[]): Known | null {
  const looked = frames.filter((hashes) => hashes.length > 0).length;
  const [best] = [...found].sort((one, other) => other.frames - one.frames || one.bits - other.bits);
  if (best === undefined || looked === 0) return null;
  const share = Math.min(1, best.frames / looked);
  const reaches = (bar: typeof LIKELY) => best.frames >= Math.min(bar.frames, looked) && share >= bar.share;
  const sureness = reaches(NEARLY_CERTAIN) ? 'nearly-certain' : reaches(LIKELY) ? 'likely' : null;
  return sureness === null ? null : { requestId: best.requestId, by: 'frames', sureness, share };
}
