import type { StoredFile } from './stored-file.ts';

/** What a machine can see at a glance, measured over all frames when the clip was finished. */
export interface ClipLook {
  /** Mean brightness of the brightest frame, 0 to 255. */
  brightest: number;
  /** Standard deviation of the brightness within the most varied frame, 0 to about 128; 0 for a plain colour. */
  contrast: number;
  /** Largest mean difference between a frame and the first, 0 to 255; 0 for a still. */
  change: number;
}

/** What a voice says in a clip. */
export interface Narration {
  /** ISO 639-2, e.g. `eng`; `und` where it is not known. */
  language: string;
  /** Lines with their times in seconds from the start. */
  cues: { start: number; end: number; text: string }[];
  /** The same as WebVTT. */
  subtitles: StoredFile;
}

/** What an engine was told in the place of words whose language it does not know. */
export interface Translation {
  /** ISO 639-1. */
  from: string;
  to: string;
  words: string;
}

/** A finished video and everything that is shown or sent with it. */
export interface Clip {
  master: StoredFile;
  /** What each platform is sent, by platform id. The same file as the master where that already fits. */
  renditions: Record<string, StoredFile>;
  poster: StoredFile;
  contactSheet: StoredFile;
  /** The same in a format that takes less of the line, for browsers that know it. Made after the reply, as is `preview`. */
  web?: StoredFile;
  /** A few seconds that move by themselves, small and silent. */
  preview?: StoredFile;
  /** A few colours of the poster in some thirty letters (blurha.sh); absent in clips finished before there was one. */
  blurhash?: string;
  /** In pixels. */
  width: number;
  height: number;
  seconds: number;
  framesPerSecond: number;
  /** The id of the engine that made it. */
  engine: string;
  /** SHA-256 of the approved words, in hex; absent in clips finished before it was kept. */
  promptHash?: string;
  look: ClipLook;
  /** Absent where the engine was told what was approved. */
  translation?: Translation;
  /** Words of ours that are spoken in it; absent where there are none. */
  narration?: Narration;
  caption: string;
  /** What is seen, for those who do not see it. */
  altText: string;
}
