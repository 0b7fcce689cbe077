import { AV_PIX_FMT_YUV420P } from 'node-av/constants';
import { Frame } from 'node-av/lib';
import { expect, it } from 'vitest';
import { meltTogether } from '../../../src/media/video/melt-together.ts';

interface Plain {
  brightness: number;
  frames: number;
  melting?: number;
}

function plainFrame(brightness: number): Frame {
  const frame = new Frame();
  frame.alloc();
  Object.assign(frame, { width: 16, height: 16, format: AV_PIX_FMT_YUV420P });
  frame.getBuffer();
  for (const plane of frame.data ?? []) plane.fill(brightness);
  return frame;
}

/** The brightness of each frame that comes out. */
async function melted(...pieces: Plain[]): Promise<number[]> {
  const seen: number[] = [];
  async function* framesOf({ brightness, frames }: Plain) {
    for (let index = 0; index < frames; index += 1) {
      const frame = plainFrame(brightness);
      yield frame;
      frame.free();
    }
  }
  for await (const frame of meltTogether(pieces, framesOf)) seen.push(frame.data?.[0]?.[5] ?? -1);
  return seen;
}

it('goes over from one picture to the next in even steps', async () => {
  const seen = await melted({ brightness: 100, frames: 6 }, { brightness: 200, frames: 6, melting: 4 });
  expect(seen).toEqual([100, 100, 120, 140, 160, 180, 200, 200]);
});

it('melts on both sides of a piece, and cuts where nothing melts', async () => {
  const seen = await melted(
    { brightness: 100, frames: 3 },
    { brightness: 200, frames: 4, melting: 1 },
    { brightness: 40, frames: 3, melting: 3 },
    { brightness: 90, frames: 1 },
  );
  expect(seen).toEqual([100, 100, 150, 160, 120, 80, 90]);
});
