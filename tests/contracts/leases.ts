import { expect, it } from 'vitest';
import type { Leases } from '../../src/bots/leases.ts';
import { waitUntil } from '../services.ts';

const MINUTE = 60_000;

/** What only one process has at a time. */
export function leasesContract(leasesOf: () => Leases): void {
  it('are had by one holder, who may keep them and lets others in by a release', async () => {
    const leases = leasesOf();
    expect(await leases.hold('shard-a', 'one', MINUTE)).toBe(true);
    expect(await leases.hold('shard-a', 'two', MINUTE)).toBe(false);
    expect(await leases.hold('shard-a', 'one', MINUTE)).toBe(true);
    await leases.release('shard-a', 'two');
    expect(await leases.hold('shard-a', 'two', MINUTE)).toBe(false);
    await leases.release('shard-a', 'one');
    expect(await leases.hold('shard-a', 'two', MINUTE)).toBe(true);
    expect(await leases.hold('shard-b', 'one', MINUTE), 'another lease').toBe(true);
  });

  it('end by themselves, for whoever was not heard of', async () => {
    const leases = leasesOf();
    expect(await leases.hold('shard-c', 'one', 100)).toBe(true);
    expect(await leases.hold('shard-c', 'two', MINUTE)).toBe(false);
    await waitUntil(() => leases.hold('shard-c', 'two', MINUTE), 'the end of the lease');
    expect(await leases.hold('shard-c', 'one', MINUTE)).toBe(false);
  });

  it('are had by one of many who reach for them at the same time', async () => {
    const leases = leasesOf();
    const holders = Array.from({ length: 20 }, (_, index) => `holder-${index}`);
    const got = await Promise.all(holders.map((holder) => leases.hold('shard-d', holder, MINUTE)));
    expect(got.filter(Boolean)).toHaveLength(1);
  });
}
