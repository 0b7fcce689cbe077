import type { AspectRatio, Resolution, Sound } from './clip-options.ts';
import type { Instant } from './instant.ts';
import type { Beginning } from './script.ts';
import type { StoredFile } from './stored-file.ts';

/** A job at an engine, as that engine's adapter wrote it. Opaque to everybody else; survives a restart as JSON. */
export type Operation = { readonly [key: string]: string | number | boolean | null };

/** What one engine call is asked for, fitted to the engine's limits. Complete: nothing is left to the engine. */
export interface ShotOrder {
  /** What is seen. */
  prompt: string;
  /** How it is shown: camera, light, place among the shots. Absent where the prompt says all. */
  direction?: string;
  /** What is to be heard, in words; absent where nothing is said of it. */
  heard?: string;
  /** How it follows the shot before it, or the clip that it goes on from; absent for the first of other clips. */
  begins?: Beginning;
  aspect: AspectRatio;
  seconds: number;
  resolution: Resolution;
  framesPerSecond: number;
  style: string | null;
  seed: number;
  sound: Sound;
  /** A still to bring to life: what was asked with, or the last picture of the shot before. */
  picture: StoredFile | null;
  /** The picture that it ends with, for engines that can be told; absent where it ends as it likes. */
  ends?: StoredFile;
  /** The engine's own job whose video is to be made anew in these words; absent where it is made of the words alone. */
  remakes?: Operation;
  /**
   * The engine's own job that this one goes on from, and how many seconds its video has at most: the engine may give both in
   * one file. Absent where it begins anew.
   */
  extends?: { operation: Operation; seconds: number };
}

/** Why a shot failed, in the engine's words and in ours. */
export interface ShotFailure {
  kind: 'moderation' | 'engine' | 'expired' | 'invalid-file';
  message: string;
  /** Whether the engine bills it all the same; absent where it does not say. */
  billed?: boolean;
}

/**
 * One engine call in its own state. `starting` is the intent: the engine may or may not have been asked; the key makes
 * the difference harmless or at least visible. `uncertain` means "may have been billed" and waits for a curator.
 */
export type ShotState =
  | { state: 'planned' }
  | { state: 'starting'; key: string; intendedAt: Instant }
  | { state: 'uncertain'; key: string; intendedAt: Instant; why: string }
  | { state: 'running'; key: string; operation: Operation; startedAt: Instant; progress: number }
  | { state: 'rendered'; key: string; operation: Operation }
  /** `still`: the engine's own picture of it, where it has one. */
  | { state: 'downloaded'; key: string; file: StoredFile; still?: StoredFile }
  | { state: 'failed'; key: string; failure: ShotFailure };

export type Shot = { order: ShotOrder } & ShotState;
