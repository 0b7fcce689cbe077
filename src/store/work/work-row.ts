import type { WorkRow } from '../../queue/work-store.ts';
import type { Work } from '../../requests/index.ts';

/** A work row as node-postgres reads it. */
export interface WorkColumns {
  id: string;
  epoch: number;
  request_id: string;
  work: Work;
  attempt: number;
  due_at: Date;
}

export const WORK_COLUMNS = ['id', 'epoch', 'request_id', 'work', 'attempt', 'due_at']
  .map((column) => `work.${column}`)
  .join(', ');

export function toWorkRow(row: WorkColumns): WorkRow {
  return {
    id: row.id,
    epoch: row.epoch,
    requestId: row.request_id,
    work: row.work,
    attempt: row.attempt,
    dueAt: row.due_at.toISOString(),
  };
}
