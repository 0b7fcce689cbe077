import { setTimeout as delay } from 'node:timers/promises';
import type { IIdentifyThrottler } from 'discord.js';
import type { Leases } from '../../leases.ts';

/** One session in five seconds for each of so many rows of shards (docs: events/gateway, "Rate Limits"). */
const IDENTIFY_EVERY_MS = 5000;
const LOOK_EVERY_MS = 250;

export interface IdentifyTurnsOptions {
  leases: Leases;
  newId: () => string;
  /** Discord's `max_concurrency`. */
  sideBySide: number;
}

/** Turns at beginning a session, over all processes: each is a lease that nobody keeps. */
export function createIdentifyTurns({ leases, newId, sideBySide }: IdentifyTurnsOptions): IIdentifyThrottler {
  return {
    async waitForIdentify(shardId, signal) {
      const name = `discord-identify-${shardId % sideBySide}`;
      const holder = newId();
      // Out of reach, the records say nothing: that is no turn either.
      while (!(await leases.hold(name, holder, IDENTIFY_EVERY_MS).catch(() => false))) {
        await delay(LOOK_EVERY_MS, undefined, { signal });
      }
    },
  };
}

/** A single shard has nobody to wait for: beginning its session too soon is answered with another try. */
export const NO_TURNS: IIdentifyThrottler = { waitForIdentify: async () => {} };
