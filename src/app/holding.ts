import { randomUUID } from 'node:crypto';
import type { Holding } from '../bots/leases.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';

/** A bot that is away for longer than this leaves presses of buttons unanswered. */
const LONGEST_LEASE_MS = 15_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const THIS_PROCESS = randomUUID();

/** How this process holds what only one may have. */
export function holdingOf({ leases, shared }: Store, { LEASE_SECONDS }: Pick<Config, 'LEASE_SECONDS'>): Holding {
  // Records that are one process's own are locked for it; started again after a crash, it waits for nobody.
  if (!shared) return { leases, holder: 'alone', leaseMs: DAY_MS };
  return { leases, holder: THIS_PROCESS, leaseMs: Math.min(LEASE_SECONDS * 1000, LONGEST_LEASE_MS) };
}
