import type { Clip } from '../../requests/index.ts';

/** The best clips of a call that is over in one video, each under its title. It says of itself what a clip says. */
export interface Reel
  extends Pick<Clip, 'master' | 'poster' | 'width' | 'height' | 'seconds' | 'caption' | 'altText' | 'engine'> {
  callId: string;
  /** The requests whose clips are in it, in the order in which they are seen. */
  requestIds: readonly string[];
  /** SHA-256 over those of its clips, in hex. */
  promptHash: string;
  /** ISO 8601. */
  madeAt: string;
}

/** One reel a call. */
export interface ReelStore {
  find(callId: string): Promise<Reel | null>;
  /** In place of the one before. */
  keep(reel: Reel): Promise<void>;
  remove(callId: string): Promise<void>;
}
