import type { ProbeOutcome, VideoFacts } from '../../media/media-tools.ts';
import type { ShotOrder } from '../../requests/index.ts';
import { frameSize } from '../frame-size.ts';
import type { EngineLimits } from '../video-engine.ts';

export interface ShotProblem {
  problem: 'not-a-video' | 'damaged' | 'too-small' | 'wrong-length';
  /** What was found and what was asked for. */
  message: string;
}

/** How far a file may be from its order whatever its engine. */
const MAX_FRAMES_OFF = 1;

/** Another shape is fitted, since it is paid for; a picture this much smaller would only be a blur. */
const SMALLEST_SHARE = 0.5;

/** Holds a shot's file against what was ordered; null where it is what was asked for. `lengths`: those that it may have, in seconds. */
export function checkShotFile(
  order: ShotOrder,
  probed: ProbeOutcome,
  tolerance: EngineLimits['tolerance'],
  lengths: readonly number[] = [order.seconds],
): ShotProblem | null {
  if (probed.outcome === 'not-a-video') return { problem: 'not-a-video', message: probed.reason };
  const { facts } = probed;
  if (facts.damage !== null) return { problem: 'damaged', message: facts.damage };
  return sizeProblem(order, facts) ?? lengthProblem(order, facts, { tolerance: tolerance.seconds, lengths });
}

function sizeProblem(order: ShotOrder, facts: VideoFacts): ShotProblem | null {
  const asked = frameSize(order.aspect, order.resolution);
  const width = Math.round(facts.width * facts.pixelAspect);
  if (Math.min(width, facts.height) >= SMALLEST_SHARE * Math.min(asked.width, asked.height)) return null;
  return { problem: 'too-small', message: `${width}x${facts.height} instead of ${asked.width}x${asked.height}` };
}

function lengthProblem(
  order: ShotOrder,
  facts: VideoFacts,
  { tolerance, lengths }: { tolerance: number; lengths: readonly number[] },
): ShotProblem | null {
  const frame = 1 / Math.min(order.framesPerSecond, facts.framesPerSecond);
  const off = Math.min(...lengths.map((seconds) => Math.abs(facts.seconds - seconds)));
  // A hundredth of a frame for the rounding of the container's clock.
  if (off <= (MAX_FRAMES_OFF + 0.01) * frame + tolerance) return null;
  return { problem: 'wrong-length', message: `${facts.seconds.toFixed(2)} s instead of ${order.seconds} s` };
}
