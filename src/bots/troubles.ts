/** What keeps the bot from its work, and only a person can mend. */
export type TroubleKind =
  | 'no-access'
  | 'no-reading'
  | 'no-writing'
  | 'no-clips'
  | 'review-gone'
  | 'review-no-access'
  | 'review-no-writing'
  | 'thrown-out'
  | 'token-refused'
  | 'shards-refused'
  | 'version-refused'
  | 'intents-refused'
  | 'connection-refused'
  | 'no-sessions'
  | 'too-much-refused';

export interface Trouble {
  /** Of the platform that has it, e.g. `discord`. */
  platform: string;
  kind: TroubleKind;
  /** The channel or server that has it; empty where all of the platform has. */
  place: string;
  /** What people call that place, as far as it was known. Untrusted text. */
  placeName: string;
  /** ISO 8601. */
  since: string;
  /** Whether somebody was told of it there. */
  told: boolean;
}

/** One trouble of a kind in a place: it is there or it is over. */
export type TroubleRef = Pick<Trouble, 'platform' | 'kind' | 'place'>;

/** Remembers troubles until they are over, so that people are told once, over all processes and restarts. */
export interface TroubleStore {
  /** Writes down a trouble that is not there yet. The answer is how it stands; `fresh`: it was not there. */
  begin(trouble: Omit<Trouble, 'told'>): Promise<{ fresh: boolean; trouble: Trouble }>;
  told(trouble: TroubleRef): Promise<void>;
  end(trouble: TroubleRef): Promise<void>;
  /** Oldest first. */
  list(): Promise<Trouble[]>;
  /** Calls back when one began or ended, in whichever process. Returns the way to stop. */
  onNews(callback: () => void): () => void;
}
