import type { Instant, RequestStore } from '../../requests/index.ts';
import type { HistoryRecordStore } from './history-record-store.ts';
import { restrictionOf } from './restriction.ts';
import { toTransparencyRecord } from './transparency-record.ts';

const AT_ONCE = 200;

/** Statements of reasons from a moment on, one a line, page by page. */
export async function* exportStatements(
  { records, requests }: { records: HistoryRecordStore; requests: Pick<RequestStore, 'findMany' | 'histories'> },
  from: Instant | null,
): AsyncGenerator<string> {
  for (let after = records.beginning; ; ) {
    const page = await records.page({ from, decisionsOnly: true }, after, AT_ONCE);
    const ids = [...new Set(page.map(({ entry }) => entry.requestId))];
    const [found, histories] = await Promise.all([requests.findMany(ids), requests.histories(ids)]);
    const requestOf = new Map(found.map((request) => [request.id, request]));
    const historyOf = new Map(ids.map((id, place) => [id, histories[place] ?? []]));
    const lines = page.flatMap(({ entry: { requestId, version } }) => {
      const request = requestOf.get(requestId);
      const restriction = request ? restrictionOf(request, historyOf.get(requestId) ?? [], version) : null;
      return restriction ? [`${JSON.stringify(toTransparencyRecord(restriction))}\n`] : [];
    });
    if (lines.length > 0) yield lines.join('');
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = last.place;
  }
}
