import type { Frame } from 'node-av/lib';
import { type FrameRate, perSecond } from './frame-rate.ts';

/** A frame with the time at which it is first seen, in seconds from the start. */
export interface TimedFrame {
  frame: Frame;
  seconds: number;
}

/**
 * Gives exactly `count` frames at a steady rate: for each, the one that is seen in the middle of its time. A source of
 * the same rate goes through one to one. Yields nothing for a source without frames.
 */
export async function* retime(
  frames: AsyncIterable<TimedFrame>,
  rate: FrameRate,
  count: number,
): AsyncGenerator<Frame> {
  const framesPerSecond = perSecond(rate);
  let shown: Frame | null = null;
  let given = 0;
  try {
    for await (const { frame, seconds } of frames) {
      while (shown !== null && given < count && (given + 0.5) / framesPerSecond < seconds) {
        yield shown;
        given += 1;
      }
      shown?.free();
      shown = frame.clone();
      if (given >= count) break;
    }
    for (; shown !== null && given < count; given += 1) yield shown;
  } finally {
    shown?.free();
  }
}
