import type { HistoryEntry } from '../../requests/index.ts';
import type { Attention } from './review-card.ts';

/** Something about a request that a curator has to settle, or had to. */
export interface Need {
  kind: 'review' | Attention['kind'];
  /** The request's version with which it began: one need of a request has it, and no other. */
  since: number;
  /** What settled it; null while it waits. */
  ended: HistoryEntry | null;
}

/** All that a request ever needed of curators, oldest first. At most the last one waits. */
export function needsOf(history: readonly HistoryEntry[]): Need[] {
  const needs: Need[] = [];
  const unclear = new Set<number>();
  for (const entry of history) {
    follow(unclear, entry);
    const open = needs.at(-1);
    if (open && open.ended === null) {
      if (endedBy(open, entry, unclear)) open.ended = entry;
      else continue;
    }
    const kind = begunBy(entry);
    if (kind) needs.push({ kind, since: entry.version, ended: null });
  }
  return needs;
}

/** Which shots may have been started without our knowing. */
function follow(unclear: Set<number>, { event, to }: HistoryEntry): void {
  if (to !== 'generating') unclear.clear();
  if (event.kind === 'shot-uncertain') unclear.add(event.shot);
  if (event.kind === 'shot-started' || event.kind === 'shot-restarted') unclear.delete(event.shot);
}

function begunBy({ from, to, event }: HistoryEntry): Need['kind'] | null {
  if (to === 'in-review' && from !== 'in-review') return 'review';
  if (to === 'failed') return 'failed';
  switch (event.kind) {
    case 'clip-screened':
      return to === 'finishing' ? 'clip-on-hold' : null;
    case 'shot-uncertain':
      return 'may-have-been-billed';
    case 'reported':
      return 'reported';
    case 'appealed':
      return 'appealed';
    default:
      return null;
  }
}

function endedBy({ kind }: Need, { to, event }: HistoryEntry, unclear: ReadonlySet<number>): boolean {
  switch (kind) {
    case 'review':
      // Edited, it is screened again, and goes on waiting.
      return to !== 'in-review' && to !== 'received';
    case 'failed':
      return to !== 'failed';
    case 'clip-on-hold':
      return to !== 'finishing';
    case 'may-have-been-billed':
      return unclear.size === 0;
    case 'reported':
      return to !== 'delivered' || event.kind === 'reports-dismissed';
    case 'appealed':
      return event.kind === 'appeal-dismissed' || event.kind === 'appeal-upheld' || event.kind === 'let-rest';
    default:
      return kind satisfies never;
  }
}
