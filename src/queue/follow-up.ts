import { type Decision, type Step, TAKEN_AT_BIRTH, type Work, workId } from '../requests/index.ts';
import type { WorkRow } from './work-store.ts';

/**
 * Steps that wait for somebody else's answer most of the time. `finish-clip` is none of them: it takes a core for
 * seconds, and another process may have one free. `start-clip` waits for its turn in the line.
 */
const GONE_ON_WITH: ReadonlySet<Step> = new Set([
  'start-shot',
  'check-shot',
  'download-shot',
  'screen-clip',
  'deliver',
]);

/** What the worker that led to this work goes on with itself, rather than sending it through the queue. */
export function followUp(work: readonly Work[]): Work | null {
  const [next, ...others] = work;
  if (!next || others.length > 0 || !GONE_ON_WITH.has(next.step)) return null;
  return 'afterMs' in next && next.afterMs > 0 ? null : next;
}

/** The row of work that was taken with the commit that led to it. */
export function bornTaken({ request, entry }: Extract<Decision, { applies: true }>, work: Work): WorkRow {
  const id = workId(request.id, request.version, work);
  return { id, epoch: TAKEN_AT_BIRTH, requestId: request.id, work, attempt: 1, dueAt: entry.at };
}
