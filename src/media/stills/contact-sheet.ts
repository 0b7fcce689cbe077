import sharp from 'sharp';
import { type RgbFrame, toSharp } from './poster.ts';
import { LABEL_HEIGHT, timeLabel } from './time-label.ts';

export interface SheetFrame extends RgbFrame {
  /** When it is shown. */
  seconds: number;
}

const GAP = 4;
const BACKGROUND = '#111';

/** Lays frames out in the order of time, as a grid that is about as wide as a screen. All frames have one size. */
export async function encodeContactSheet(frames: readonly SheetFrame[]): Promise<Buffer> {
  const [first] = frames;
  if (first === undefined) throw new Error('A contact sheet needs a frame');
  const columns = columnsFor(frames.length, first.width / first.height);
  const rows = Math.ceil(frames.length / columns);
  // The time stands under its frame, since engines put their own marks into the corners.
  const cell = { width: first.width + GAP, height: first.height + LABEL_HEIGHT + GAP };
  const place = (index: number, down = 0) => ({
    left: GAP + (index % columns) * cell.width,
    top: GAP + Math.floor(index / columns) * cell.height + down,
  });
  const pictures = await Promise.all(
    frames.map(async (frame, index) => ({
      input: await toSharp(frame).png({ compressionLevel: 1 }).toBuffer(),
      ...place(index),
    })),
  );
  const labels = frames.map((frame, index) => ({ input: timeLabel(frame.seconds), ...place(index, first.height) }));
  const width = GAP + columns * cell.width;
  const height = GAP + rows * cell.height;
  return sharp({ create: { width, height, channels: 3, background: BACKGROUND } })
    .composite([...pictures, ...labels])
    .webp({ quality: 75 })
    .toBuffer();
}

/** The number of columns that brings the sheet nearest to 16:9, whatever the shape of a frame. */
function columnsFor(count: number, aspect: number): number {
  const shapes = Array.from({ length: count }, (_, index) => index + 1).filter((columns) => count % columns === 0);
  const distance = (columns: number) => Math.abs(Math.log((columns * aspect) / (count / columns) / (16 / 9)));
  return shapes.reduce((best, columns) => (distance(columns) < distance(best) ? columns : best), shapes[0] ?? 1);
}
