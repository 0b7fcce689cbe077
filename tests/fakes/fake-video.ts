import { frameSize } from '../../src/generation/frame-size.ts';
import type { VideoFacts } from '../../src/media/media-tools.ts';
import type { ShotOrder } from '../../src/requests/index.ts';

type Facts = Omit<VideoFacts, 'bytes'>;

/** Bytes that stand for a video: a line of JSON that says what a probe of the real one would find. */
export function fakeVideo({ aspect, resolution, seconds, framesPerSecond, sound }: ShotOrder, name: string): string {
  const facts: Facts = {
    container: 'mp4',
    indexFirst: true,
    videoCodec: 'h264',
    pixelFormat: 'yuv420p',
    audioCodec: sound === 'none' ? null : 'aac',
    ...frameSize(aspect, resolution),
    pixelAspect: 1,
    framesPerSecond,
    frames: Math.round(seconds * framesPerSecond),
    seconds,
    damage: null,
    look: { brightest: 200, contrast: 40, change: 12 },
  };
  return JSON.stringify({ name, facts });
}

/** Null where the bytes are no video of ours. */
export function factsOfFakeVideo(text: string): VideoFacts | null {
  try {
    // A simulated engine sends it in the boxes of an MP4.
    const { facts } = JSON.parse(text.slice(Math.max(0, text.indexOf('{"name"')))) as { facts: Facts };
    return { ...facts, bytes: Buffer.byteLength(text) };
  } catch {
    return null;
  }
}
