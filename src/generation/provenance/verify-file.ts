import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../../files/file-store.ts';
import type { Examination, MediaTools } from '../../media/media-tools.ts';
import { AdapterError } from '../../requests/index.ts';
import type { KnownClips } from './known-clips.ts';
import { mostLike } from './most-like.ts';
import type { Known, Verification } from './verification.ts';

export type VerifyFile = (stream: Readable, limits: { maxBytes: number }) => Promise<Verification>;

/** Decoding what strangers send takes the processor from the clips: one at a time, and no long line. */
const WAITING_AT_MOST = 6;

/** Tells where a stranger's file comes from: reads no more than `maxBytes`, keeps nothing of it. */
export function createVerifyFile({
  files,
  media,
  knownClips,
  receive,
}: {
  files: Pick<FileStore, 'temporaryPath'>;
  media: Pick<MediaTools, 'examine'>;
  knownClips: KnownClips;
  /** Writes a stream to a path; more than `maxBytes` throws `too-large`. */
  receive: (stream: Readable, path: string, maxBytes: number) => Promise<unknown>;
}): VerifyFile {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(act);
    last = turn.catch(() => {});
    return turn;
  };

  async function look(path: string): Promise<Verification> {
    let examination: Examination;
    try {
      examination = await inTurn(() => media.examine(path));
    } catch (cause) {
      if (isItsFault(cause)) return { outcome: 'rejected', reason: 'not-a-video' };
      throw cause;
    }
    const requestId = await knownClips.findByFile(await hashOf(path));
    const known: Known | null =
      requestId === null ? await byFrames(examination) : { requestId, by: 'file', sureness: 'certain', share: 1 };
    return { outcome: 'verified', credentials: examination.credentials, known };
  }

  /** What is not known as it is may have been cut; that is asked only then, since it asks for many times as much. */
  async function byFrames({ frames, cutFrames }: Examination): Promise<Known | null> {
    const known = mostLike(frames, await knownClips.findByFrames(frames));
    return known ?? mostLike(cutFrames, await knownClips.findByFrames(cutFrames));
  }

  return async (stream, { maxBytes }) => {
    if (waiting >= WAITING_AT_MOST) {
      stream.destroy();
      return { outcome: 'rejected', reason: 'busy' };
    }
    waiting += 1;
    const path = await files.temporaryPath('.mp4');
    try {
      await receive(stream, path, maxBytes);
      return await look(path);
    } catch (cause) {
      if (!(cause instanceof AdapterError) || cause.code !== 'too-large') throw cause;
      return { outcome: 'rejected', reason: 'too-large' };
    } finally {
      waiting -= 1;
      await rm(path, { force: true });
    }
  };
}

/** What fells its decoder, or asks it for more than any clip of ours, is no video to us. */
function isItsFault(cause: unknown): boolean {
  return (
    cause instanceof AdapterError &&
    ['not-a-video', 'crashed', 'out-of-memory', 'timeout', 'failed'].includes(cause.code)
  );
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
