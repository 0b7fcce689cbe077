import type { VideoFacts } from '../media-tools.ts';
import { type FrameRate, perSecond } from './frame-rate.ts';

export interface WantedRendition {
  source: VideoFacts;
  width: number;
  height: number;
  rate: FrameRate;
  frames: number;
  /** Whether its picture is all of the source's and nothing else, so that both are as bright. */
  samePicture: boolean;
}

/** How much brighter or darker a whole frame may be than its source's, of 255: what an encoder takes from it is a fraction of that. */
const LIGHT = 8;

/** Why what was made is not what it was to be, by what decoding it told; null where it is. */
export function faultOfRendition(made: VideoFacts, wanted: WantedRendition): string | null {
  const { source, width, height, rate, frames } = wanted;
  if (made.damage !== null) return made.damage;
  if (made.width !== width || made.height !== height || made.pixelAspect !== 1) {
    return `${made.width}x${made.height} with pixels of ${made.pixelAspect} instead of ${width}x${height} with square ones`;
  }
  const off = Math.abs(made.seconds - frames / perSecond(rate)) * perSecond(rate);
  if (made.frames !== frames || off > 1) return `${made.frames} frames in ${made.seconds} s instead of ${frames}`;
  if (made.videoCodec !== 'h264' || made.pixelFormat !== 'yuv420p' || !made.indexFirst) {
    return `${made.videoCodec} in ${made.pixelFormat}, with its index ${made.indexFirst ? 'first' : 'last'}`;
  }
  if ((made.audioCodec === null) !== (source.audioCodec === null)) return `sound: ${made.audioCodec ?? 'none'}`;
  const light = Math.abs(made.look.brightest - source.look.brightest);
  return wanted.samePicture && light > LIGHT ? `it is ${light} of 255 brighter or darker than its source` : null;
}
