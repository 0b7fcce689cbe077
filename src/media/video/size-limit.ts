import { Packet } from 'node-av/lib';
import { openVideo } from './open-video.ts';

export interface SizeLimit {
  maxBytes: number;
  /** A video of the same frames, by whose bytes is guessed how large what is half done would be. */
  source: string;
  /** Whether an encode ends once it is larger for certain, or already once it will be by all appearances. */
  ends: 'for-certain' | 'by-appearances';
}

/** Says how large a video would be of which so large a share (0 to 1) took so many bytes; null where encoding on is worth it. */
export type SizeWatch = (bytes: number, done: number) => number | null;

/** So little of it tells nothing of the rest. */
const LEAST_DONE = 0.2;
/** How far a guess may be off, as a share of the limit, where nothing is done yet; the more is done, the less. */
const UNSURE = 0.3;

/** What is busy takes more bytes in any encode, so the source's tell of one that is half done how large the rest will be. */
export async function createSizeWatch({ maxBytes, source, ends }: SizeLimit): Promise<SizeWatch> {
  const shareUntil = await readShares(source);
  return (bytes, done) => {
    const likely = bytes / shareUntil(done);
    const appears = done >= LEAST_DONE && likely > maxBytes * (1 + UNSURE * (1 - done));
    return bytes > maxBytes || (ends === 'by-appearances' && appears) ? Math.round(likely) : null;
  };
}

/** Which share of a video's bytes lies in so large a share of its frames. */
async function readShares(path: string): Promise<(done: number) => number> {
  await using opened = await openVideo(path);
  using packet = new Packet();
  packet.alloc();
  const frames: { at: number; bytes: number }[] = [];
  while ((await opened.format.readFrame(packet)) >= 0) {
    if (packet.streamIndex === opened.video.index) frames.push({ at: Number(packet.pts), bytes: packet.size });
    packet.unref();
  }
  const sums = [0];
  for (const { bytes } of frames.toSorted((one, other) => one.at - other.at)) sums.push((sums.at(-1) ?? 0) + bytes);
  const whole = sums.at(-1) ?? 0;
  return (done) => {
    const until = sums[Math.round(done * frames.length)] ?? whole;
    return until > 0 ? until / whole : done;
  };
}
