import type { Instant } from './instant.ts';
import type { StoredFile } from './stored-file.ts';
import type { Verdict } from './verdict.ts';

/** Why there is no still. `message`: in the image model's words or in ours; untrusted. */
export interface StillFailure {
  /** `screening`: it was made and may not be shown. `budget`: there was no room for it. */
  kind: 'moderation' | 'maker' | 'not-a-picture' | 'budget' | 'screening';
  message: string;
  /** Whether it is paid for all the same. */
  billed: boolean;
}

/**
 * A picture that an image model makes of what is in review, for curators to see before a video is paid for, and to begin
 * the video with. `starting` is the intent: the model may or may not have been asked. `uncertain` means "may have been
 * billed": another is made only where a curator asks for it.
 */
export type Still = {
  /** The words that it is made of; approved with others, a clip does not begin with it. Untrusted text. */
  prompt: string;
  seed: number;
} & (
  | { state: 'asked'; askedAt: Instant }
  | { state: 'starting'; key: string; askedAt: Instant }
  | { state: 'made'; key: string; file: StoredFile; verdict: Verdict }
  | { state: 'failed'; failure: StillFailure }
  | { state: 'uncertain'; key: string; why: string }
);
