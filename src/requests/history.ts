import type { RequestEvent } from './event.ts';
import type { Instant } from './instant.ts';
import type { RequestState } from './request.ts';

/** One line of a request's history. The history can only be added to, and is the feed that every surface follows. */
export interface HistoryEntry {
  requestId: string;
  /** The request's version after the event: 1 for the asking itself. */
  version: number;
  at: Instant;
  from: RequestState | null;
  to: RequestState;
  actor: string | null;
  event: RequestEvent | { kind: 'asked' };
}
