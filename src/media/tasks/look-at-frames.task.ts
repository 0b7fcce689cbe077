import sharp from 'sharp';
import { answer, TaskError } from '../contained-task.ts';
import type { FrameLook } from '../media-tools.ts';
import { createLookAtPictures } from '../pictures/look-at-picture.ts';
import type { RgbFrame } from '../stills/poster.ts';
import { decodeStream } from '../video/decode-stream.ts';
import { openVideo } from '../video/open-video.ts';
import { createSceneChanges } from '../video/scene-changes.ts';
import { toRgb } from '../video/to-rgb.ts';

export interface FramesLookInput {
  path: string;
  frames: number;
  framesPerSecond: number;
}

/** At even steps, of half a second where the clip is short; and where a scene begins. */
const STEP_SECONDS = 0.5;
const EVEN_FRAMES = { least: 8, most: 32 };
const MOST_SCENES = 24;
/** More than the model sees, so that nothing is lost twice. */
const LONG_SIDE = 448;

sharp.cache(false);
sharp.concurrency(1);

answer<FramesLookInput, FrameLook[]>(async (input, onProgress) => {
  const sampled = await sample(input);
  if (sampled.length === 0) throw new TaskError('not-a-video', 'Not one frame of it can be decoded');
  const lookAt = createLookAtPictures();
  const looks: FrameLook[] = [];
  for (const { rgb, index } of sampled) {
    const raw = { width: rgb.width, height: rgb.height, channels: 3 } as const;
    looks.push({ ...(await lookAt(sharp(rgb.data, { raw }))), seconds: index / input.framesPerSecond });
    onProgress(looks.length / sampled.length);
  }
  return looks;
});

async function sample({ path, frames, framesPerSecond }: FramesLookInput): Promise<{ rgb: RgbFrame; index: number }[]> {
  const wanted = Math.round(frames / framesPerSecond / STEP_SECONDS);
  const count = Math.min(frames, Math.max(EVEN_FRAMES.least, Math.min(EVEN_FRAMES.most, wanted)));
  const even = new Set(Array.from({ length: count }, (_, place) => Math.floor(((place + 0.5) * frames) / count)));
  const sampled: { rgb: RgbFrame; index: number }[] = [];
  const scenes = createSceneChanges();
  let begun = 0;
  let index = 0;
  await using opened = await openVideo(path);
  try {
    for await (const frame of decodeStream(opened.format, opened.video, { broken: 0, endedEarly: false })) {
      const begins = (await scenes.begins(frame)) && begun < MOST_SCENES;
      if (begins) begun += 1;
      if (begins || even.has(index)) sampled.push({ rgb: await toRgb(frame, 1, LONG_SIDE), index });
      index += 1;
    }
  } finally {
    scenes.close();
  }
  return sampled;
}
