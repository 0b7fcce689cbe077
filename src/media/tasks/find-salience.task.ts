import { answer } from '../contained-task.ts';
import { decodeStream } from '../video/decode-stream.ts';
import { openVideo } from '../video/open-video.ts';
import { createSalience, type Salience } from '../video/salience.ts';

export interface SalienceInput {
  path: string;
  frames: number;
}

/** Enough to see what moves and where it goes to. */
const FRAMES_SEEN = 16;

answer<SalienceInput, Salience>(async ({ path, frames }) => {
  const every = Math.max(1, Math.floor(frames / FRAMES_SEEN));
  const salience = createSalience();
  try {
    await using opened = await openVideo(path);
    let index = 0;
    for await (const frame of decodeStream(opened.format, opened.video, { broken: 0, endedEarly: false })) {
      if (index % every === 0) await salience.see(frame);
      index += 1;
    }
    return salience.salience();
  } finally {
    salience.close();
  }
});
