import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { answer, TaskError } from '../contained-task.ts';
import { decodeStream } from '../video/decode-stream.ts';
import { openVideo } from '../video/open-video.ts';
import { toRgb } from '../video/to-rgb.ts';

export interface PreviewInput {
  path: string;
  frames: number;
  framesPerSecond: number;
  pixelAspect: number;
  toPath: string;
}

const LONG_SIDE = 320;
const SECONDS = 3;
const PER_SECOND = 8;
const QUALITY = 45;

answer<PreviewInput, null>(async (input) => {
  const every = Math.max(1, Math.round(input.framesPerSecond / PER_SECOND));
  const most = Math.ceil(SECONDS * PER_SECOND);
  // From the middle, where what happens mostly happens.
  const first = Math.max(0, Math.floor((input.frames - most * every) / 2));
  const pictures: Buffer[] = [];
  let size = { width: 0, height: 0 };
  await using opened = await openVideo(input.path);
  let index = 0;
  for await (const frame of decodeStream(opened.format, opened.video, { broken: 0, endedEarly: false })) {
    if (index >= first && (index - first) % every === 0) {
      const { data, width, height } = await toRgb(frame, input.pixelAspect, LONG_SIDE);
      pictures.push(data);
      size = { width, height };
    }
    index += 1;
    if (pictures.length >= most) break;
  }
  if (pictures.length === 0) throw new TaskError('not-a-video', 'Not one frame of it can be decoded');
  const { width, height } = size;
  const raw = { width, height: height * pictures.length, channels: 3, pageHeight: height } as const;
  const delay = Math.round((1000 * every) / input.framesPerSecond);
  await writeFile(
    input.toPath,
    await sharp(Buffer.concat(pictures), { raw, animated: true })
      .webp({ quality: QUALITY, delay: pictures.map(() => delay), loop: 0 })
      .toBuffer(),
  );
  return null;
});
