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

/** A finished video and everything that is shown or sent with it. */
export interface Clip {
  master: StoredFile;
  /** What each platform is sent, by platform id. The same file as the master where that already fits. */
  renditions: Record<string, StoredFile>;
  poster: StoredFile;
  contactSheet: StoredFile;
  /** In pixels. */
  width: number;
  height: number;
  seconds: number;
  framesPerSecond: number;
  /** The id of the engine that made it. */
  engine: string;
  look: ClipLook;
  caption: string;
  /** What is seen, for those who do not see it. */
  altText: string;
}
