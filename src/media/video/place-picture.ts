import type { Fitting, FrameShape, VideoFacts } from '../media-tools.ts';

/** A part of the stored picture, and where it stands in the frame at what size. All in pixels. */
export interface Placement {
  part: { left: number; top: number; width: number; height: number };
  shown: { left: number; top: number; width: number; height: number };
}

/** So little is cut off at both sides rather than shown as a bar that looks like a fault. */
const HARDLY_DIFFERENT = 0.03;

type Picture = Pick<VideoFacts, 'width' | 'height' | 'pixelAspect'>;

/** How far one shape is from another, the same in both directions; 0 where they are alike. */
export function shapeDifference(picture: Picture, frame: FrameShape): number {
  return Math.abs(Math.log(shapeOf(picture) / (frame.width / frame.height)));
}

/** The share of the picture that is left where it is cut to fill a frame. */
export function keptByCutting(picture: Picture, frame: FrameShape): number {
  return Math.exp(-shapeDifference(picture, frame));
}

/** Where a picture goes in a frame: never stretched, whatever both shapes are. */
export function placePicture(picture: Picture, frame: FrameShape, fitting: Fitting): Placement {
  const difference = shapeDifference(picture, frame);
  if (fitting.how === 'cut') return cut(picture, frame, fitting.from);
  if (difference < HARDLY_DIFFERENT) return cut(picture, frame, (1 - Math.exp(-difference)) / 2);
  const isWider = shapeOf(picture) > frame.width / frame.height;
  const width = isWider ? frame.width : toEven(frame.height * shapeOf(picture), frame.width);
  const height = isWider ? toEven(frame.width / shapeOf(picture), frame.height) : frame.height;
  const inMiddle = (room: number) => 2 * Math.floor(room / 4);
  return {
    part: { left: 0, top: 0, width: picture.width, height: picture.height },
    shown: { left: inMiddle(frame.width - width), top: inMiddle(frame.height - height), width, height },
  };
}

function cut(picture: Picture, frame: FrameShape, from: number): Placement {
  const { width, height, pixelAspect } = picture;
  const shape = frame.width / frame.height;
  const isWider = shapeOf(picture) > shape;
  const kept = {
    width: isWider ? toEven((height * shape) / pixelAspect, width) : width,
    height: isWider ? height : toEven((width * pixelAspect) / shape, height),
  };
  // Even, since colour is stored for blocks of two by two.
  const start = (whole: number, part: number) => Math.min(2 * Math.floor((from * whole) / 2), whole - part);
  return {
    part: { left: start(width, kept.width), top: start(height, kept.height), ...kept },
    shown: { left: 0, top: 0, ...frame },
  };
}

function shapeOf({ width, height, pixelAspect }: Picture): number {
  return (width * pixelAspect) / height;
}

function toEven(side: number, most: number): number {
  return Math.max(2, Math.min(2 * Math.round(side / 2), most));
}
