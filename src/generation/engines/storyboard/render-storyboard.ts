import { answer } from '../../../media/contained-task.ts';
import { createFrameEncoder } from '../../../media/frame-encoder.ts';
import type { ShotOrder } from '../../../requests/index.ts';
import { frameSize } from '../../frame-size.ts';
import { createTheatre } from './stage/theatre.ts';

/** What the drawing process is asked for. */
export interface RenderInput {
  order: ShotOrder;
  /** Where the order's picture can be read; null where it has none. */
  picturePath: string | null;
  /** The file to write. */
  path: string;
}

export interface RenderResult {
  frames: number;
  bytes: number;
}

/** How many frames pass between two reports of progress. */
const REPORT_EVERY = 8;

answer(async (input: RenderInput, onProgress): Promise<RenderResult> => {
  const { order, path } = input;
  const { width, height } = frameSize(order.aspect, order.resolution);
  const frames = Math.round(order.seconds * order.framesPerSecond);
  const theatre = await createTheatre(order, input.picturePath);
  const encoder = await createFrameEncoder({
    path,
    width,
    height,
    framesPerSecond: order.framesPerSecond,
    sound: order.sound === 'none' ? null : theatre.playSound(),
  });
  try {
    for (let frame = 0; frame < frames; frame++) {
      await encoder.write(theatre.drawFrame(frame));
      if (frame % REPORT_EVERY === 0) onProgress(frame / frames);
    }
    return await encoder.finish();
  } catch (cause) {
    await encoder.abandon();
    throw cause;
  }
});
