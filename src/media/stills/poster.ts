import sharp, { type Sharp } from 'sharp';

/** A frame as it was decoded: RGB, three bytes a pixel. */
export interface RgbFrame {
  data: Buffer;
  width: number;
  height: number;
}

const MAX_BYTES = 200_000;

/** Tried in turn until it is small enough. */
const QUALITIES = [82, 70, 55, 40, 25];

/** Writes a frame as WebP of at most 200 kB. */
export async function encodePoster(frame: RgbFrame): Promise<Buffer> {
  for (const quality of QUALITIES) {
    const bytes = await toSharp(frame).webp({ quality }).toBuffer();
    if (bytes.length <= MAX_BYTES) return bytes;
  }
  return toSharp(frame).resize(640, 640, { fit: 'inside' }).webp({ quality: 30 }).toBuffer();
}

/**
 * Which of some frames shows most: the first, unless another holds clearly more. Frames in the middle of a fade or a
 * flash hold little.
 */
export async function chooseStill(frames: readonly RgbFrame[]): Promise<RgbFrame | undefined> {
  const held = await Promise.all(frames.map(async (frame) => (await toSharp(frame).stats()).entropy));
  const most = Math.max(...held);
  return frames.find((_, index) => (held[index] ?? 0) >= 0.75 * most);
}

export function toSharp(frame: RgbFrame): Sharp {
  return sharp(frame.data, { raw: { width: frame.width, height: frame.height, channels: 3 } });
}
