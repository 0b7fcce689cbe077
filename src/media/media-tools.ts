import type { RenditionLimits } from '../bots/chat-platform.ts';
import type { ClipLook } from '../requests/index.ts';

/** What a video really is, told by decoding every frame of it and not by what its header claims. */
export interface VideoFacts {
  bytes: number;
  /** FFmpeg's short name of the container, e.g. `mp4` or `webm`. */
  container: string;
  /** Whether the index stands in front of the data, so that it plays while it loads. */
  indexFirst: boolean;
  /** FFmpeg's short names, e.g. `h264`, `yuv420p`, `aac`. */
  videoCodec: string;
  pixelFormat: string;
  /** Null where there is no sound. */
  audioCodec: string | null;
  /** Of the stored picture, in pixels. */
  width: number;
  height: number;
  /** Width of a pixel by its height; 1 where they are square. */
  pixelAspect: number;
  framesPerSecond: number;
  /** Frames that could be decoded. */
  frames: number;
  /** From the first frame to the end of the last. */
  seconds: number;
  /** Why it does not play whole, or null where it does. */
  damage: string | null;
  look: ClipLook;
}

export type ProbeOutcome = { outcome: 'video'; facts: VideoFacts } | { outcome: 'not-a-video'; reason: string };

export type RenditionOutcome =
  /** The file fits as it is: send that. */
  | { outcome: 'as-is' }
  | { outcome: 'made'; bytes: number; width: number; height: number }
  /** It would have to be cut, or look like nothing. */
  | { outcome: 'cannot-fit'; reason: 'too-long' | 'too-short' | 'too-large'; message: string };

export type PictureOutcome =
  | { outcome: 'taken'; type: 'image/jpeg' | 'image/webp'; width: number; height: number }
  | { outcome: 'rejected'; reason: PictureRejection };

export type PictureRejection = 'too-large' | 'too-many-pixels' | 'not-a-picture';

/** A shot to join, and how many frames it has. */
export interface JoinPart {
  path: string;
  frames: number;
  /** How many of them melt into the last ones of the shot before; 0: a cut. */
  melting?: number;
}

export interface JoinOrder {
  parts: readonly JoinPart[];
  /** In pixels, even. */
  width: number;
  height: number;
  framesPerSecond: number;
  /** Whether any of the parts has sound; the others are silent beside it. */
  sound: boolean;
}

export interface MediaWork {
  signal?: AbortSignal;
  onProgress?: (progress: number) => void;
}

/**
 * The port to work on video and pictures. Each call runs in a process of its own, with limits on time, memory and
 * output. Paths are of this machine; what a call writes is whole when it resolves, and its caller removes it. The same
 * input gives the same bytes. Throws an `AdapterError` (`timeout`, `out-of-memory`, `disk-full`, `aborted` …).
 */
export interface MediaTools {
  probe(path: string, work?: MediaWork): Promise<ProbeOutcome>;
  /** Fits a file into what a platform takes: scaled, never stretched or cut. */
  makeRendition(
    path: string,
    facts: VideoFacts,
    limits: RenditionLimits,
    toPath: string,
    work?: MediaWork,
  ): Promise<RenditionOutcome>;
  /**
   * Joins shots by cuts and crossfades, into exactly the frames that they have less those that melt into others. The
   * sound goes over each seam without a jump or a gap.
   */
  join(order: JoinOrder, toPath: string, work?: MediaWork): Promise<void>;
  /** A still for before it plays (WebP, at most 200 kB), and a sheet of evenly spaced frames with their times (WebP). */
  drawStills(
    path: string,
    facts: VideoFacts,
    to: { poster: string; contactSheet: string },
    work?: MediaWork,
  ): Promise<void>;
  /** Writes the last frame of a video, as large as it is seen (PNG). A file without one throws `not-a-video`. */
  drawLastFrame(path: string, toPath: string, work?: MediaWork): Promise<void>;
  /** Decodes a stranger's picture and writes it anew, upright, without what it told about its maker, at most 2048 pixels long. */
  takeInPicture(path: string, toPath: string, work?: MediaWork): Promise<PictureOutcome>;
}
