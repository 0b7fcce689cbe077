import { AdapterError, type Shot, type ShotFailure, type StoredFile } from '../../requests/index.ts';
import type { EngineLimits } from '../video-engine.ts';

/** Keeps the last picture of a video. Throws an `AdapterError` of code `not-a-video` where there is none in it. */
export type LastPicture = (video: StoredFile, signal: AbortSignal) => Promise<StoredFile>;

export type Begins =
  /** Null: with nothing but its own words, or with what was asked with. */
  | { outcome: 'begins'; picture: StoredFile | null }
  /** The shot before turns out to be no video: it is made again before anything is paid for what follows. */
  | { outcome: 'failed'; shot: number; failure: ShotFailure };

interface Sources {
  lastPicture: LastPicture;
  /** The clip that the first shot goes on from; null where there is none any more. */
  parentClip: () => Promise<StoredFile | null>;
  signal: AbortSignal;
}

/** With which picture a shot begins that goes on from what is before it, where the engine takes pictures. */
export async function beginningOf(
  shots: readonly Shot[],
  index: number,
  { picture }: Pick<EngineLimits, 'picture'>,
  { lastPicture, parentClip, signal }: Sources,
): Promise<Begins> {
  if (!picture || shots[index]?.order.begins !== 'continues') return { outcome: 'begins', picture: null };
  const before = index === 0 ? await parentClip() : fileOf(shots[index - 1]);
  if (before === null) return { outcome: 'begins', picture: null };
  try {
    return { outcome: 'begins', picture: await lastPicture(before, signal) };
  } catch (error) {
    if (!(error instanceof AdapterError) || error.code !== 'not-a-video') throw error;
    // A clip that was delivered cannot fail any more; this one begins without it.
    if (index === 0) return { outcome: 'begins', picture: null };
    return { outcome: 'failed', shot: index - 1, failure: { kind: 'invalid-file', message: error.message } };
  }
}

function fileOf(shot: Shot | undefined): StoredFile | null {
  return shot?.state === 'downloaded' ? shot.file : null;
}
