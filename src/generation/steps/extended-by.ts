import type { HistoryEntry, Shot, ShotOrder } from '../../requests/index.ts';

/**
 * The engine's own job of the shot before, which a shot goes on from, with the seconds of all that may lie in its video. Null
 * where it begins anew. Read from the history, which alone still knows the job of a shot that is here.
 */
export function extendedBy(
  shots: readonly Shot[],
  index: number,
  history: readonly HistoryEntry[],
): NonNullable<ShotOrder['extends']> | null {
  const before = shots[index - 1];
  if (before?.state !== 'downloaded' || shots[index]?.order.begins !== 'continues') return null;
  const events = history.map(({ event }) => event);
  const planned = events.findLastIndex(({ kind }) => kind === 'generation-started' || kind === 'engine-replaced');
  const started = events.findLast(
    (event, place) => place > planned && event.kind === 'shot-started' && event.shot === index - 1,
  );
  if (started?.kind !== 'shot-started') return null;
  return { operation: started.operation, seconds: before.order.seconds + (before.order.extends?.seconds ?? 0) };
}
