import type { Leases } from '../../src/bots/leases.ts';
import { AdapterError } from '../../src/requests/index.ts';

export interface FakeLeases extends Leases {
  holderOf(name: string): string | null;
  /** Whether the records are out of reach. */
  setAway(away: boolean): void;
}

/** Leases in memory, shared by whoever is given them. */
export function createFakeLeases(): FakeLeases {
  const held = new Map<string, { holder: string; until: number }>();
  let away = false;
  const current = (name: string) => {
    const lease = held.get(name);
    return lease && lease.until > performance.now() ? lease : null;
  };
  const reach = () => {
    if (away) throw new AdapterError('away', { adapter: 'records', code: 'unreachable', retryable: true });
  };
  return {
    async hold(name, holder, forMs) {
      reach();
      const lease = current(name);
      if (lease && lease.holder !== holder) return false;
      held.set(name, { holder, until: performance.now() + forMs });
      return true;
    },
    async release(name, holder) {
      reach();
      if (held.get(name)?.holder === holder) held.delete(name);
    },
    holderOf: (name) => current(name)?.holder ?? null,
    setAway(now) {
      away = now;
    },
  };
}
