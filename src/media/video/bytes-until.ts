import { Packet } from 'node-av/lib';
import { openVideo } from './open-video.ts';

/**
 * Which share of a video's bytes lies in so large a share of its beginning, from 0 to 1. What is busy takes more of them in
 * any encode, so it tells of one that is half done how large the rest will be.
 */
export async function bytesUntil(path: string, share: number): Promise<number> {
  await using opened = await openVideo(path);
  using packet = new Packet();
  packet.alloc();
  const frames: { at: number; bytes: number }[] = [];
  while ((await opened.format.readFrame(packet)) >= 0) {
    if (packet.streamIndex === opened.video.index) frames.push({ at: Number(packet.pts), bytes: packet.size });
    packet.unref();
  }
  frames.sort((one, other) => one.at - other.at);
  const sum = (some: readonly { bytes: number }[]) => some.reduce((bytes, frame) => bytes + frame.bytes, 0);
  const until = sum(frames.slice(0, Math.round(share * frames.length)));
  return until > 0 ? until / sum(frames) : share;
}
