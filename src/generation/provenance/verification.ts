import type { Credentials } from '../../media/media-tools.ts';

export type Verification =
  | { outcome: 'rejected'; reason: 'too-large' | 'not-a-video' | 'busy' }
  | { outcome: 'verified'; credentials: Credentials | null; known: Known | null };

/** A clip of ours that a file is, or that it looks like. */
export interface Known {
  requestId: string;
  /** `file`: it is one of its files, to the byte. */
  by: 'file' | 'frames';
  sureness: 'certain' | 'nearly-certain' | 'likely';
  /** The share (0 to 1) of the frames looked at that are like one of its own; 1 for a file. */
  share: number;
}
