import { join } from 'node:path';
import { createTheatre } from '../src/generation/engines/storyboard/stage/theatre.ts';
import { frameSize } from '../src/generation/frame-size.ts';
import { createFrameEncoder } from '../src/media/frame-encoder.ts';
import type { ShotOrder } from '../src/requests/index.ts';
import type { Figure } from './figure.ts';
import { inFolder } from './support/databases.ts';
import { load, median } from './support/processor-time.ts';

const SECONDS = 2;
const FRAMES_PER_SECOND = 24;
const ROUNDS = 2;
const PROMPTS = [
  'a paper boat sails down a rainy street',
  'two foxes dance under the stars in a snowy forest, slow zoom',
  'a red balloon over a desert at sunset, watercolour',
  'a lighthouse in a storm with waves and gulls',
];

/** Frames a second that the storyboard draws and encodes, against the same encoder that is given ready frames. */
export async function figures(): Promise<Figure[]> {
  return inFolder(async (directory) => {
    const path = join(directory, 'clip.mp4');
    const rounds: { drawn: number; ready: number; drawing: number }[] = [];
    await measure(PROMPTS[0] ?? '', path);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const prompt of PROMPTS) rounds.push(await measure(prompt, path));
    }
    const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
    return [
      {
        name: 'storyboard',
        ...{ value: middle(({ drawn }) => drawn), limit: middle(({ ready }) => ready), unit: 'frames/s' },
        ...{ ratio: middle(({ drawn, ready }) => drawn / ready), target: 'ratio ≥ 0.5' },
        note: [
          `720p${FRAMES_PER_SECOND}, median of ${PROMPTS.length} prompts ${ROUNDS} times, ${SECONDS} s each without sound, ${load()}`,
          `drawing alone makes ${Math.round(middle(({ drawing }) => drawing))} frames/s; it takes turns with the encoder, which has threads of its own, so with idle cores the slower of the two counts and on busy ones their sum`,
        ].join('; '),
      },
    ];
  });
}

async function measure(prompt: string, path: string) {
  const order: ShotOrder = {
    prompt,
    aspect: { width: 16, height: 9 },
    ...{ seconds: SECONDS, resolution: 720, framesPerSecond: FRAMES_PER_SECOND, seed: 7 },
    ...{ style: null, sound: 'none', picture: null },
  };
  const theatre = await createTheatre(order, null);
  const count = SECONDS * FRAMES_PER_SECOND;
  const drawn = await framesPerSecond(count, path, order, (frame) => theatre.drawFrame(frame));
  const started = performance.now();
  // Kept as they are drawn: what the encoder has to do depends on what is to be seen.
  const frames = Array.from({ length: count }, (_, frame) => Uint8Array.from(theatre.drawFrame(frame)));
  const drawing = (count * 1000) / (performance.now() - started);
  const ready = await framesPerSecond(count, path, order, (frame) => frames[frame] as Uint8Array);
  return { drawn, ready, drawing };
}

async function framesPerSecond(count: number, path: string, order: ShotOrder, take: (frame: number) => Uint8Array) {
  const size = frameSize(order.aspect, order.resolution);
  const started = performance.now();
  const encoder = await createFrameEncoder({ path, ...size, framesPerSecond: order.framesPerSecond, sound: null });
  for (let frame = 0; frame < count; frame += 1) await encoder.write(take(frame));
  await encoder.finish();
  return (count * 1000) / (performance.now() - started);
}
