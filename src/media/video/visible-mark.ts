import type { Frame } from 'node-av/lib';
import { must } from './ffmpeg-result.ts';

/** "AI" on a grid of 11 by 7, so that no font is needed: read in every language, and the same on every machine. */
const LETTERS = [
  '01110011111',
  '10001000100',
  '10001000100',
  '11111000100',
  '10001000100',
  '10001000100',
  '10001011111',
];
const COLUMNS = 11;

/** Around the letters, in squares of the grid. */
const PADDING = 3;

/** A square of the grid, and the way to the edge, in parts of the frame's shorter side. */
const SQUARE = 1 / 240;
const INSET = 1 / 24;

/** White on what was there, darkened to this share and without most of its colour: read on any ground, and not a hole in it. */
const DARKENED = 0.22;
const COLOUR_LEFT = 0.3;
const [BLACK, WHITE, GREY] = [16, 235, 128];

/** Draws the mark into the upper right corner of a frame in yuv420p: players lay their controls over the lower edge. */
export function drawMark(frame: Frame): void {
  must(frame.makeWritable(), 'make room for the mark');
  const { width, height, linesize, data } = frame;
  const [light, ...colours] = data ?? [];
  if (light === undefined) throw new Error('A frame without a picture');
  const short = Math.min(width, height);
  const square = Math.max(1, Math.round(short * SQUARE));
  const inset = Math.round(short * INSET);
  const wide = Math.min(width, (COLUMNS + 2 * PADDING) * square);
  const high = Math.min(height, (LETTERS.length + 2 * PADDING) * square);
  const left = Math.max(0, width - inset - wide);
  const top = Math.min(inset, height - high);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const at = (top + y) * (linesize[0] ?? width) + left + x;
      const isLetter = LETTERS[Math.floor(y / square) - PADDING]?.[Math.floor(x / square) - PADDING] === '1';
      light[at] = isLetter ? WHITE : Math.round(BLACK + ((light[at] ?? 0) - BLACK) * DARKENED);
    }
  }
  for (const [place, plane] of colours.slice(0, 2).entries()) {
    for (let y = top >> 1; y < (top + high) >> 1; y += 1) {
      for (let x = left >> 1; x < (left + wide) >> 1; x += 1) {
        const at = y * (linesize[place + 1] ?? width >> 1) + x;
        plane[at] = Math.round(GREY + ((plane[at] ?? 0) - GREY) * COLOUR_LEFT);
      }
    }
  }
}
