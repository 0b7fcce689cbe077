import { type RgbFrame, toSharp } from '../stills/poster.ts';

/** A part of a frame, in shares of its sides. */
export interface Part {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The middle of both sides under which each frame of ours is kept: it is in all that is left after most cuts. */
export const HEART: Part = middlePart(0.6, 0.6);

export function middlePart(across: number, down: number): Part {
  return { left: (1 - across) / 2, right: (1 + across) / 2, top: (1 - down) / 2, bottom: (1 + down) / 2 };
}

export async function partOf(frame: RgbFrame, { left, top, right, bottom }: Part): Promise<RgbFrame> {
  const at = (share: number, side: number) => Math.min(side, Math.max(0, Math.round(share * side)));
  const [x, y] = [at(left, frame.width), at(top, frame.height)];
  const [width, height] = [Math.max(1, at(right, frame.width) - x), Math.max(1, at(bottom, frame.height) - y)];
  const { data, info } = await toSharp(frame)
    .extract({ left: x, top: y, width, height })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
