import { AdapterError, type Shot, type ShotFailure, type StoredFile } from '../../requests/index.ts';
import type { EngineLimits } from '../video-engine.ts';

/** Keeps the last picture of a video. Throws an `AdapterError` of code `not-a-video` where there is none in it. */
export type LastPicture = (video: StoredFile, signal: AbortSignal) => Promise<StoredFile>;

export type Begins =
  /** Null: with nothing but its own words, or with what was asked with. */
  | { outcome: 'begins'; picture: StoredFile | null }
  /** The shot before turns out to be no video: it is made again before anything is paid for what follows. */
  | { outcome: 'failed'; shot: number; failure: ShotFailure };

/** With which picture a shot begins that goes on from the one before, where the engine takes pictures. */
export async function beginningOf(
  shots: readonly Shot[],
  index: number,
  { picture }: Pick<EngineLimits, 'picture'>,
  lastPicture: LastPicture,
  signal: AbortSignal,
): Promise<Begins> {
  const before = shots[index - 1];
  const goesOn = picture && shots[index]?.order.begins === 'continues' && before?.state === 'downloaded';
  if (!goesOn) return { outcome: 'begins', picture: null };
  try {
    return { outcome: 'begins', picture: await lastPicture(before.file, signal) };
  } catch (error) {
    if (!(error instanceof AdapterError) || error.code !== 'not-a-video') throw error;
    return { outcome: 'failed', shot: index - 1, failure: { kind: 'invalid-file', message: error.message } };
  }
}
