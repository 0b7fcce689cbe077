import type { ProbeOutcome, VideoFacts } from '../../media/media-tools.ts';
import type { ShotOrder } from '../../requests/index.ts';
import { frameSize } from '../frame-size.ts';
import type { EngineLimits } from '../video-engine.ts';

export interface ShotProblem {
  problem: 'not-a-video' | 'damaged' | 'wrong-shape' | 'wrong-length';
  /** What was found and what was asked for. */
  message: string;
}

/** How far a file may be from its order whatever its engine: a pixel of rounding on each side, a frame of length. */
const MAX_PIXELS_OFF = 1;
const MAX_FRAMES_OFF = 1;

/** Holds a shot's file against what was ordered; null where it is what was asked for. */
export function checkShotFile(
  order: ShotOrder,
  probed: ProbeOutcome,
  tolerance: EngineLimits['tolerance'],
): ShotProblem | null {
  if (probed.outcome === 'not-a-video') return { problem: 'not-a-video', message: probed.reason };
  const { facts } = probed;
  if (facts.damage !== null) return { problem: 'damaged', message: facts.damage };
  return shapeProblem(order, facts, tolerance.sides) ?? lengthProblem(order, facts, tolerance.seconds);
}

function shapeProblem(order: ShotOrder, facts: VideoFacts, tolerance: number): ShotProblem | null {
  const asked = frameSize(order.aspect, order.resolution);
  const width = facts.width * facts.pixelAspect;
  const isNear = (side: number, wanted: number) => Math.abs(side - wanted) <= MAX_PIXELS_OFF + tolerance * wanted;
  if (isNear(width, asked.width) && isNear(facts.height, asked.height)) return null;
  const message = `${Math.round(width)}x${facts.height} instead of ${asked.width}x${asked.height}`;
  return { problem: 'wrong-shape', message };
}

function lengthProblem(order: ShotOrder, facts: VideoFacts, tolerance: number): ShotProblem | null {
  const frame = 1 / Math.min(order.framesPerSecond, facts.framesPerSecond);
  const off = Math.abs(facts.seconds - order.seconds);
  // A hundredth of a frame for the rounding of the container's clock.
  if (off <= (MAX_FRAMES_OFF + 0.01) * frame + tolerance) return null;
  return { problem: 'wrong-length', message: `${facts.seconds.toFixed(2)} s instead of ${order.seconds} s` };
}
