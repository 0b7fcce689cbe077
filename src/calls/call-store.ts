import type { Call } from './call.ts';

export interface CallStore {
  find(id: string): Promise<Call | null>;
  /** Answers with the call in its next version. Null, and nothing is saved: another save came since it was read. */
  save(call: Call): Promise<Call | null>;
  list(): Promise<Call[]>;
  /** Calls back when one was saved, in whichever process. Returns the way to stop. */
  onNews(callback: () => void): () => void;
}
