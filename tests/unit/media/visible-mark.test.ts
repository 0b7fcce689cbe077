import { AV_PIX_FMT_YUV420P } from 'node-av/constants';
import { Frame } from 'node-av/lib';
import { describe, expect, it } from 'vitest';
import { drawMark } from '../../../src/media/video/visible-mark.ts';

function plain(width: number, height: number, brightness: number): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.width = width;
  frame.height = height;
  frame.format = AV_PIX_FMT_YUV420P;
  frame.getBuffer();
  for (const [place, plane] of (frame.data ?? []).entries()) plane.fill(place === 0 ? brightness : 90);
  return frame;
}

/** Where a frame is not as it was, and how bright it is there. */
function changed(frame: Frame, brightness: number): { x: number; y: number; value: number }[] {
  const found: { x: number; y: number; value: number }[] = [];
  // Each look at these goes to FFmpeg.
  const [light, line] = [frame.data?.[0] ?? Buffer.alloc(0), frame.linesize[0] ?? 0];
  const { width, height } = frame;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = light[y * line + x] ?? 0;
      if (value !== brightness) found.push({ x, y, value });
    }
  }
  return found;
}

describe('the visible mark', () => {
  it.each([
    [1280, 720],
    [720, 1280],
    [426, 240],
  ])('of %i × %i is small, in the upper right corner, and read on white, grey and black', (width, height) => {
    for (const brightness of [235, 126, 17]) {
      using frame = plain(width, height, brightness);
      drawMark(frame);
      const found = changed(frame, brightness);
      expect(Math.min(...found.map(({ x }) => x))).toBeGreaterThan(width * 0.8);
      expect(Math.max(...found.map(({ y }) => y))).toBeLessThan(height * 0.12);
      expect(found.length / (width * height)).toBeLessThan(0.01);
      const [letters, ground] = [found.filter(({ value }) => value === 235), found.filter(({ value }) => value < 70)];
      // On white the letters are as the ground was: what is dark around them shows them.
      if (brightness < 235) expect(letters.length).toBeGreaterThan(20);
      expect(ground.length).toBeGreaterThan(100);
    }
  });

  it('changes nothing in whoever else holds the frame', () => {
    using frame = plain(320, 180, 126);
    using other = frame.clone();
    if (other === null) throw new Error('It cannot be cloned');
    drawMark(frame);
    expect(changed(other, 126)).toEqual([]);
  });
});
