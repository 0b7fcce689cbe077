import { afterEach, describe, expect, it } from 'vitest';
import { startTurns, type Turns } from '../../../src/bots/take-turns.ts';
import { leasesContract } from '../../contracts/leases.ts';
import { createFakeLeases } from '../../fakes/fake-leases.ts';
import { waitUntil } from '../../services.ts';

const LEASE_MS = 240;
const SHARDS = ['a', 'b', 'c', 'd'];

interface Opened {
  name: string;
  by: string;
  isOurs: () => boolean;
  open: boolean;
  close(): Promise<void>;
}

const running: Turns<Opened>[] = [];
afterEach(() => Promise.all(running.splice(0).map((turns) => turns.close())));

function openTable(leaseMs = LEASE_MS) {
  const leases = createFakeLeases();
  const opened: Opened[] = [];
  const errors: unknown[] = [];
  return {
    leases,
    errors,
    opened,
    open: (by?: string) => opened.filter((each) => each.open && (by === undefined || each.by === by)),
    async sit(by: string, atMost = SHARDS.length) {
      const turns = startTurns<Opened>({
        ...{ leases, holder: by, leaseMs, names: SHARDS, atMost, onError: (error) => errors.push(error) },
        open(name, isOurs) {
          const one: Opened = {
            ...{ name, by, isOurs, open: true },
            async close() {
              one.open = false;
            },
          };
          opened.push(one);
          return one;
        },
      });
      running.push(turns);
      await turns.firstLook;
      return turns;
    },
  };
}

describe('turns', () => {
  it('are each had once, shared as the processes allow, and taken over at once when one ends', async () => {
    const table = openTable(3_600_000);
    const first = await table.sit('first', 3);
    await table.sit('second', 3);
    await table.sit('third');
    expect(table.open('first').map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(table.open('second').map(({ name }) => name)).toEqual(['d']);
    expect(table.open('third')).toEqual([]);
    await first.close();
    await waitUntil(() => table.open().length === SHARDS.length, 'the others to take over');
    expect(table.open('first')).toEqual([]);
    expect(
      table
        .open()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(SHARDS);
  });

  it('of a process that is not heard of any more go to another, and it knows', async () => {
    const table = openTable();
    await table.sit('asleep');
    const [before] = table.open('asleep');
    table.leases.setAway(true);
    await waitUntil(() => before?.isOurs() === false, 'the end of the lease');
    await waitUntil(() => table.open().length === 0, 'giving up');
    for (const name of SHARDS) expect(table.leases.holderOf(name)).toBeNull();
    table.leases.setAway(false);
    // Taken again, it is begun with anew: what happened meanwhile is not known.
    await waitUntil(() => table.open('asleep').length === SHARDS.length, 'another turn');
    expect(table.open()).not.toContain(before);
    expect(table.errors.length).toBeGreaterThan(0);
  });

  it('are kept for as long as the process runs', async () => {
    const table = openTable();
    await table.sit('one');
    await table.sit('other');
    const until = performance.now() + LEASE_MS * 4;
    await waitUntil(() => performance.now() > until, 'some time');
    expect(table.opened.map(({ by }) => by)).toEqual(['one', 'one', 'one', 'one']);
  });
});

describe('the leases that these tests stand on', () => {
  const leases = createFakeLeases();
  leasesContract(() => leases);
});
