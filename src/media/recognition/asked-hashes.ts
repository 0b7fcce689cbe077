import { type RgbFrame, toSharp } from '../stills/poster.ts';
import { hashFrame } from './frame-hash.ts';

/** How far a colour may be from that of the corner and still belong to the bars around a picture. */
const BARS = 24;

/** A picture that lost more than this share of a side was no picture between bars. */
const LEAST = 0.3;

/** The hashes by which a frame of a stranger's file may be known: as it is, and without bars around it. */
export async function askedHashes(frame: RgbFrame): Promise<string[]> {
  const inner = await withoutBars(frame);
  const hashes = await Promise.all([frame, ...(inner ? [inner] : [])].map(hashFrame));
  return hashes.filter((hash) => hash !== null);
}

async function withoutBars(frame: RgbFrame): Promise<RgbFrame | null> {
  const trimmed = await toSharp(frame)
    .trim({ threshold: BARS })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (trimmed === null) return null;
  const { width, height, channels } = trimmed.info;
  const same = width === frame.width && height === frame.height;
  if (same || channels !== 3 || width < LEAST * frame.width || height < LEAST * frame.height) return null;
  return { data: trimmed.data, width, height };
}
