import type { FrameShape, VideoFacts } from '../../media/media-tools.ts';

/** Whether a picture has the shape of a frame, to within an engine's tolerance and a pixel or two of rounding. */
export function hasShape(
  { width, height, pixelAspect }: Pick<VideoFacts, 'width' | 'height' | 'pixelAspect'>,
  frame: FrameShape,
  tolerance: number,
): boolean {
  const shape = (width * pixelAspect) / height;
  const rounding = 2 / Math.min(frame.width, frame.height, height);
  return Math.abs(Math.log(shape / (frame.width / frame.height))) <= tolerance + rounding;
}
