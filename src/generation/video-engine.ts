import type { AspectRatio, Operation, Resolution, ShotFailure, ShotOrder, Sound } from '../requests/index.ts';

/** What an engine can do, as data. Requests are fitted to it before a curator sees what they cost. */
export interface EngineLimits {
  /** Shortest and longest shot in seconds; `step` lies between one length and the next (0: any length). */
  seconds: { min: number; max: number; step: number };
  /** `any`, or the shapes it makes. */
  aspects: 'any' | readonly AspectRatio[];
  resolutions: readonly Resolution[];
  framesPerSecond: readonly number[];
  sounds: readonly Sound[];
  /** In which it is told what to make, as ISO 639-1 codes; `any` where nobody says which it knows. */
  languages: 'any' | readonly string[];
  /** Whether a still can be brought to life. */
  picture: boolean;
  /** Whether it can be told with which picture a shot ends, where it is told with which one that begins. */
  lastPicture: boolean;
  /** Whether it has a still of what it rendered, drawn by itself. */
  still: boolean;
  /** Whether it can make a video of its own anew in other words, so that all else stays as it was. */
  remix: boolean;
  /** Whether it can go on from a video of its own by itself, so that what comes is one with it. */
  extension: boolean;
  /**
   * How far what it makes may be from what was ordered: `sides` as a share of each side of the frame, `seconds` of its
   * length. Models think in blocks of pixels and of frames; 0 where it is exact to the pixel and the frame.
   */
  tolerance: { sides: number; seconds: number };
  /** US dollars per second of video; 0 for engines that cost nothing. */
  pricePerSecond: number;
  /** Shots under way at the same time. */
  concurrency: number;
  /** A shot that takes longer than this, in milliseconds, is given up. */
  deadlineMs: number;
  /**
   * How an unclear start is settled after a crash. `key`: the same key again gives the same operation; `list`: `find`
   * tells what is running; `none`: only a curator can settle it.
   */
  idempotency: 'key' | 'list' | 'none';
}

export type StartOutcome =
  | {
      outcome: 'started';
      operation: Operation;
      checkAfterMs: number;
      /** What it may cost at most, in US dollars; absent where the engine does not say. */
      estimateUsd?: number;
    }
  /** The engine looked at the order and will not make it. */
  | { outcome: 'refused'; failure: ShotFailure };

export type OperationStatus =
  | {
      state: 'running' /** 0 to 1, or null where the engine does not say. */;
      progress: number | null;
      checkAfterMs: number;
    }
  | {
      state: 'rendered';
      /** What it is billed, in US dollars; absent where the engine does not say. */
      costUsd?: number;
    }
  | { state: 'failed'; failure: ShotFailure };

export type DownloadOutcome =
  | { outcome: 'downloaded' }
  /** What was said to be rendered is not to be had, and never will be. */
  | { outcome: 'gone'; failure: ShotFailure };

/** What an engine tells of an operation that it still knows, for settling an unclear start. */
export interface FoundOperation {
  operation: Operation;
  prompt: string | null;
  startedAt: string | null;
}

/**
 * The port to what makes a video. No method waits for the video or retries by itself: `start` asks once, `check` looks
 * once. Outcomes are values; an `AdapterError` means that it is not known what happened, `retryable` that asking again
 * may help.
 */
export interface VideoEngine {
  readonly id: string;
  readonly limits: EngineLimits;
  /** `key` is the idempotency key: where `limits.idempotency` is `key`, the same key never starts a second operation. */
  start(order: ShotOrder, key: string): Promise<StartOutcome>;
  check(operation: Operation): Promise<OperationStatus>;
  /** Writes the finished video to a path of ours. The file is whole when it is `downloaded`. */
  download(operation: Operation, toPath: string): Promise<DownloadOutcome>;
  /** Writes the engine's own still of a rendered video, as untrusted as the video; false where there is none. */
  downloadStill(operation: Operation, toPath: string): Promise<boolean>;
  /** Stops an operation where the engine can; never throws for one that is over already. */
  cancel(operation: Operation): Promise<void>;
  /** Operations started since then (ISO 8601); empty where the engine cannot list them. */
  find(since: string): Promise<FoundOperation[]>;
  /** Lets go of processes and connections. */
  close(): Promise<void>;
}
