import type { Clip, Locale, StoredFile, Verdict } from '../../requests/index.ts';

export interface PromptSubject {
  /** Untrusted text. */
  prompt: string;
  style: string | null;
  picture: StoredFile | null;
  locale: Locale;
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
  /** Whether it answers on this machine within a millisecond or so, and may run while an event is taken in. */
  readonly immediate: boolean;
  /** A rule says the same each time and shows why; a model may err, so what it alone would refuse is for a curator. */
  readonly certainty: 'rule' | 'model';
  screenPrompt(subject: PromptSubject): Promise<Verdict>;
  screenClip(clip: Clip): Promise<Verdict>;
}
