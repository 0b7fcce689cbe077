import { AdapterError } from '../requests/index.ts';

export interface FairSlotsOptions {
  /** At most so many are under way at once. */
  atOnce: number;
  /** At most so many of one group, so that a place that keeps us waiting keeps no other waiting. */
  perGroup: number;
}

export interface FairSlots {
  /** Does it when there is room. Rejects, with nothing done, where all was closed before its turn came. */
  run<Result>(group: string, act: () => Promise<Result>): Promise<Result>;
  /** Begins nothing more. */
  close(): void;
}

interface Waiting {
  begin: () => void;
  giveUp: () => void;
}

/** A bounded number of things under way; groups take turns. */
export function createFairSlots({ atOnce, perGroup }: FairSlotsOptions): FairSlots {
  /** Groups with something that waits, in the order of their turns. */
  const waiting = new Map<string, Waiting[]>();
  const underWay = new Map<string, number>();
  let all = 0;
  let closed = false;

  function count(group: string, by: 1 | -1): void {
    const now = (underWay.get(group) ?? 0) + by;
    if (now === 0) underWay.delete(group);
    else underWay.set(group, now);
    all += by;
  }

  function beginWhatMay(): void {
    // A group that began something and has more is set behind the others, and visited again.
    for (const [group, line] of waiting) {
      if (all >= atOnce) return;
      if ((underWay.get(group) ?? 0) >= perGroup) continue;
      const next = line.shift();
      waiting.delete(group);
      if (line.length > 0) waiting.set(group, line);
      count(group, 1);
      next?.begin();
    }
  }

  function turnOf(group: string): Promise<void> {
    if (closed) return Promise.reject(stopped());
    return new Promise((resolve, reject) => {
      const line = waiting.get(group) ?? [];
      waiting.set(group, line);
      line.push({ begin: resolve, giveUp: () => reject(stopped()) });
      beginWhatMay();
    });
  }

  return {
    async run(group, act) {
      await turnOf(group);
      try {
        return await act();
      } finally {
        count(group, -1);
        if (!closed) beginWhatMay();
      }
    },
    close() {
      closed = true;
      for (const line of waiting.values()) for (const { giveUp } of line) giveUp();
      waiting.clear();
    },
  };
}

/** Not done, and to be done by whoever comes next. */
function stopped(): AdapterError {
  return new AdapterError('Stopped', { adapter: 'slots', code: 'stopped', retryable: true });
}
