import type { Holding } from './leases.ts';
import { pause } from './pause.ts';

export interface TurnsOptions<Opened extends { close(): Promise<void> }> extends Holding {
  /** What is taken where it is free, in this order. */
  names: readonly string[];
  /** No more than so many at a time. */
  atMost: number;
  /** Begins with what was taken. `isOurs` turns false for good when another may have taken over. */
  open: (name: string, isOurs: () => boolean) => Opened;
  onError: (error: unknown) => void;
}

export interface Turns<Opened> {
  /** Resolves when each name was looked at once, with what was opened. */
  firstLook: Promise<readonly Opened[]>;
  /** Ends what is open and lets other processes take it at once. */
  close(): Promise<void>;
}

interface Turn<Opened> {
  opened: Opened;
  /** By this process's monotonic clock, so that one that was asleep knows it before it asks. */
  until: number;
}

const LOOK_EVERY_MS = 1000;

/**
 * Takes what no other process has, keeps it, and stands by for the rest. What could not be kept, since the records
 * were out of reach or this process was asleep, is closed and opened anew once it is taken again.
 */
export function startTurns<Opened extends { close(): Promise<void> }>({
  leases,
  holder,
  leaseMs,
  names,
  atMost,
  open,
  onError,
}: TurnsOptions<Opened>): Turns<Opened> {
  const held = new Map<string, Turn<Opened>>();
  const closing = new AbortController();

  function take(name: string, until: number): void {
    const turn = { until } as Turn<Opened>;
    turn.opened = open(name, () => held.get(name) === turn && performance.now() < turn.until);
    held.set(name, turn);
  }

  async function lose(name: string, turn: Turn<Opened>): Promise<void> {
    held.delete(name);
    await turn.opened.close().catch(onError);
  }

  async function look(name: string): Promise<void> {
    const turn = held.get(name);
    const askedAt = performance.now();
    if (turn ? turn.until - askedAt > (leaseMs * 2) / 3 : held.size >= atMost) return;
    const ours = await leases.hold(name, holder, leaseMs).catch((error: unknown) => {
      onError(error);
      return null;
    });
    const now = performance.now();
    if (turn && (ours === false || now >= turn.until)) await lose(name, turn);
    if (ours !== true) return;
    const until = askedAt + leaseMs;
    const kept = held.get(name);
    if (kept) kept.until = until;
    else if (closing.signal.aborted) await leases.release(name, holder).catch(onError);
    else take(name, until);
  }

  async function lookAtAll(): Promise<void> {
    for (const name of names) if (!closing.signal.aborted) await look(name);
  }

  const firstLook = lookAtAll();
  const looking = firstLook.then(async () => {
    const waitMs = Math.min(LOOK_EVERY_MS, leaseMs / 3);
    while (!closing.signal.aborted) {
      await pause(waitMs, closing.signal);
      await lookAtAll();
    }
  });

  return {
    firstLook: firstLook.then(() => [...held.values()].map(({ opened }) => opened)),
    async close() {
      closing.abort();
      await looking;
      const turns = [...held];
      await Promise.all(
        turns.map(async ([name, { opened, until }]) => {
          await opened.close().catch(onError);
          held.delete(name);
          if (performance.now() < until) await leases.release(name, holder).catch(onError);
        }),
      );
    },
  };
}
