import type { HistoryEntry, RequestState } from '../../requests/index.ts';

/** A row of the history as node-postgres reads it. */
export interface HistoryRow {
  request_id: string;
  version: number;
  at: Date;
  from_state: RequestState | null;
  to_state: RequestState;
  actor: string | null;
  event: HistoryEntry['event'];
}

export const HISTORY_COLUMNS = 'request_id, version, at, from_state, to_state, actor, event';

export function toHistoryEntry(row: HistoryRow): HistoryEntry {
  return {
    requestId: row.request_id,
    version: row.version,
    at: row.at.toISOString(),
    from: row.from_state,
    to: row.to_state,
    actor: row.actor,
    event: row.event,
  };
}
