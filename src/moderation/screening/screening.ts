import type { FrameLook, PictureLook } from '../../media/media-tools.ts';
import type { Clip, Locale, StoredFile, Verdict } from '../../requests/index.ts';

export interface PromptSubject {
  /** Untrusted text. */
  prompt: string;
  style: string | null;
  picture: StoredFile | null;
  locale: Locale;
}

/** What a machine sees of pictures and clips; each is looked at once, however many ask. */
export interface Looks {
  picture(file: StoredFile): Promise<PictureLook>;
  frames(clip: Clip): Promise<FrameLook[]>;
}

/** Reads a stored picture whole, for screenings that send it on. */
export type ReadFile = (file: StoredFile) => Promise<Buffer>;

/**
 * The port to an automatic check. It always answers: what could not be checked is `review` with a finding that says so,
 * never `allow` and never an exception.
 */
export interface Screening {
  /** With the version of its policies, e.g. `rules@1`; named in each verdict. */
  readonly id: string;
  /** When it answers on this machine within a millisecond or so, and may run while an event is taken in. */
  readonly immediate: 'always' | 'without-picture' | 'never';
  /** A rule says the same each time and shows why; a model may err, so what it alone would refuse is for a curator. */
  readonly certainty: 'rule' | 'model';
  screenPrompt(subject: PromptSubject): Promise<Verdict>;
  screenClip(clip: Clip): Promise<Verdict>;
}
