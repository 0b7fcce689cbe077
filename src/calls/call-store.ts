import type { Call } from './call.ts';

export interface CallStore {
  find(id: string): Promise<Call | null>;
  save(call: Call): Promise<void>;
  list(): Promise<Call[]>;
}
