import type { Locale } from '../../requests/index.ts';

/** A sentence that curators tell requesters often, in both languages so that each reads their own. */
export interface DeclineSentence {
  id: string;
  /** The curator whose own it is; null: it is for everybody at the desk. */
  owner: string | null;
  /** A code from `DECLINE_REASONS`. */
  reason: string;
  words: Record<Locale, string>;
}

/** Keeps them. */
export interface DeclineSentenceStore {
  /** The curator's own and everybody's, in the order in which they were written. */
  listFor(curator: string): Promise<DeclineSentence[]>;
  add(sentence: DeclineSentence): Promise<void>;
  /** Writes one anew. Of whom, and what is told: as in `remove`. */
  change(
    id: string,
    written: Pick<DeclineSentence, 'reason' | 'words'>,
    by: { curator: string; everybodys: boolean },
  ): Promise<boolean>;
  /** The curator's own; with `everybodys`, those of everybody as well. Whether there was one. */
  remove(id: string, curator: string, everybodys: boolean): Promise<boolean>;
}
