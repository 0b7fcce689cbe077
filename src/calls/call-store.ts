import type { Call } from './call.ts';

export interface CallStore {
  find(id: string): Promise<Call | null>;
  save(call: Call): Promise<void>;
  list(): Promise<Call[]>;
  /** Calls back when one was saved, in whichever process. Returns the way to stop. */
  onNews(callback: () => void): () => void;
}
