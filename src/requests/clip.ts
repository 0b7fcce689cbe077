import type { StoredFile } from './stored-file.ts';

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
  caption: string;
  /** What is seen, for those who do not see it. */
  altText: string;
}
