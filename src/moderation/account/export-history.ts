import { flaggedPolicies, type HistoryEntry } from '../../requests/index.ts';
import { csvLine } from './csv-line.ts';
import type { HistoryRecord, HistoryRecordStore, RecordQuery } from './history-record-store.ts';

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const AT_ONCE = 500;

const COLUMNS = [
  ...['at', 'request', 'version', 'event', 'from', 'to', 'by', 'call', 'platform'],
  ...['policies', 'reason', 'note', 'prompt', 'engine', 'details'],
];
/** Without it, programs that make tables of it read Arabic as something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The history in pieces of whole lines, page by page, so that it never lies in memory whole. */
export async function* exportHistory(
  records: HistoryRecordStore,
  query: RecordQuery,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  const lineOf = format === 'csv' ? toCsv : toJsonLine;
  for (let after = records.beginning; ; ) {
    const page = await records.page(query, after, AT_ONCE);
    if (page.length > 0) yield page.map(lineOf).join('');
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = last.place;
  }
}

function toJsonLine({ entry, callId, platform }: HistoryRecord): string {
  return `${JSON.stringify({ ...entry, callId, platform })}\n`;
}

function toCsv({ entry, callId, platform }: HistoryRecord): string {
  const { at, requestId, version, event, from, to, actor } = entry;
  const { policies, reason, note, prompt, engine } = told(event);
  return csvLine([
    ...[at, requestId, version, event.kind, from, to, actor, callId, platform],
    ...[policies, reason, note, prompt, engine, JSON.stringify(event)],
  ]);
}

type Told = Partial<Record<'policies' | 'reason' | 'note' | 'prompt' | 'engine', string | null>>;

/** What is looked for in most entries, each under a name of its own; all of it stands in the details too. */
function told(event: HistoryEntry['event']): Told {
  switch (event.kind) {
    case 'prompt-screened':
    case 'clip-screened':
      return { policies: flaggedPolicies(event.verdict).join(' ') };
    case 'approved':
      return { prompt: event.approval.prompt, note: event.approval.note };
    case 'declined':
      return { reason: event.decline.reason, note: event.decline.note };
    case 'prompt-edited':
      return { prompt: event.changes.prompt };
    default:
      return {
        ...('reason' in event && { reason: event.reason }),
        ...('note' in event && { note: event.note }),
        ...('engine' in event && { engine: event.engine }),
      };
  }
}
