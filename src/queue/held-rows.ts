import type { Logger } from 'pino';
import { type Clock, toInstant, type WorkTicket } from '../requests/index.ts';
import { createOutage } from './outage.ts';
import type { WorkRow, WorkStore } from './work-store.ts';

/** A row that this process runs. Let go of, it must not be committed by us any more. */
export interface HeldRow {
  readonly row: WorkRow;
  readonly isHeld: boolean;
}

/** The rows that this process runs, with one timer that renews the leases of all of them. */
export interface HeldRows {
  hold(row: WorkRow): HeldRow;
  release(held: HeldRow): void;
  /** Lets go of all and returns them. */
  releaseAll(): WorkRow[];
  /** Resolves when none is held any more. */
  settled(): Promise<void>;
  /** When a lease that is given or renewed now ends. */
  leaseEnd(): string;
  close(): void;
}

export interface HeldRowsOptions {
  work: WorkStore;
  clock: Clock;
  leaseMs: number;
  logger: Logger;
}

export function createHeldRows({ work, clock, leaseMs, logger }: HeldRowsOptions): HeldRows {
  const rows = new Set<HeldRow>();
  const outage = createOutage(logger, 'The record of leases');
  let onSettled: (() => void)[] = [];
  const leaseEnd = () => toInstant(new Date(clock().getTime() + leaseMs));

  async function renew(): Promise<void> {
    if (rows.size === 0) return;
    const tickets = Array.from(rows, ({ row }): WorkTicket => ({ id: row.id, epoch: row.epoch }));
    try {
      await work.renew(tickets, leaseEnd());
      outage.worked();
    } catch (error) {
      outage.failed(error);
    }
  }
  // Twice missed, a lease still holds.
  const timer = setInterval(renew, leaseMs / 3);

  function release(held: HeldRow): void {
    rows.delete(held);
    if (rows.size > 0) return;
    for (const settle of onSettled) settle();
    onSettled = [];
  }

  return {
    hold(row) {
      const held: HeldRow = {
        row,
        get isHeld() {
          return rows.has(held);
        },
      };
      rows.add(held);
      return held;
    },
    release,
    releaseAll() {
      const all = [...rows];
      for (const held of all) release(held);
      return all.map(({ row }) => row);
    },
    settled: () => (rows.size === 0 ? Promise.resolve() : new Promise((resolve) => onSettled.push(resolve))),
    leaseEnd,
    close: () => clearInterval(timer),
  };
}
