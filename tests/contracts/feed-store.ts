import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../src/requests/index.ts';
import { EVENTS } from '../samples/requests.ts';
import { waitUntil } from '../services.ts';
import { apply, create, type StoreOf, someAsked } from './store-samples.ts';

export function feedContract(open: StoreOf): void {
  /** All that can be read after the cursor, page by page. */
  async function readOn(cursor: string, limit = 3) {
    const entries: HistoryEntry[] = [];
    for (let at = cursor; ; ) {
      const page = await open().history.read(at, limit);
      entries.push(...page.entries);
      if (page.cursor === at) return { entries, cursor: at };
      at = page.cursor;
    }
  }

  it('is read from a cursor, in order, page by page, and stays where it is without news', async () => {
    await waitUntil(async () => (await readOn(await open().history.end())).entries.length === 0, 'The end');
    const start = await open().history.end();
    const request = await apply(open(), await create(open(), someAsked(), 'prompt-screened'), 'approved');
    const other = await create(open(), someAsked());
    let read = await readOn(start, 2);
    await waitUntil(async () => {
      read = await readOn(start, 2);
      return read.entries.length === 4;
    }, 'Four entries');
    expect(read.entries.map(({ requestId, version }) => [requestId, version])).toEqual([
      [request.id, 1],
      [request.id, 2],
      [request.id, 3],
      [other.id, 1],
    ]);
    expect(read.entries[2]).toMatchObject({ from: 'in-review', to: 'approved', actor: 'Noor', event: EVENTS.approved });
    expect(await open().history.read(read.cursor, 5)).toEqual({ entries: [], cursor: read.cursor });
    expect(await open().history.end()).toBe(read.cursor);
  });

  it('begins before the first entry', async () => {
    const request = await create(open(), someAsked());
    let found: HistoryEntry | undefined;
    await waitUntil(async () => {
      found = (await readOn(open().history.beginning, 500)).entries.find(({ requestId }) => requestId === request.id);
      return found;
    }, 'The entry');
    expect(found).toEqual((await open().requests.history(request.id))[0]);
  });

  it('shows a follower each entry once while many write', async () => {
    await waitUntil(async () => (await readOn(await open().history.end())).entries.length === 0, 'The end');
    let cursor = await open().history.end();
    const seen: string[] = [];
    let writing = true;
    const writers = Array.from({ length: 8 }, async () => {
      const ids: string[] = [];
      for (let count = 0; count < 12; count += 1) {
        ids.push((await apply(open(), await create(open(), someAsked()), 'prompt-screened')).id);
      }
      return ids;
    });
    const written = Promise.all(writers).finally(() => {
      writing = false;
    });
    const readAll = async () => {
      const page = await readOn(cursor, 7);
      seen.push(...page.entries.map(({ requestId, version }) => `${requestId} ${version}`));
      cursor = page.cursor;
    };
    while (writing) await readAll();
    const expected = (await written).flat().flatMap((id) => [`${id} 1`, `${id} 2`]);
    await waitUntil(async () => {
      await readAll();
      return seen.length >= expected.length;
    }, 'All entries');
    expect(seen.toSorted()).toEqual(expected.toSorted());
  });

  it('tells when there is something to read, until one does not want to hear it any more', async () => {
    let told = 0;
    const stop = open().history.onNews(() => {
      told += 1;
    });
    const request = await create(open(), someAsked());
    await waitUntil(() => told > 0, 'News of the history');
    stop();
    const before = told;
    await apply(open(), request, 'prompt-screened');
    await open().requests.find(request.id);
    expect(told).toBe(before);
  });

  it('refuses what is no cursor', async () => {
    await expect(open().history.read('1; drop table history', 1)).rejects.toThrow('Not a feed cursor');
  });

  describe('cursors of followers', () => {
    it('are kept by name', async () => {
      const follower = someAsked().id;
      expect(await open().cursors.load(follower)).toBeNull();
      await open().cursors.save(follower, '5-1');
      await open().cursors.save(follower, '6-2');
      expect(await open().cursors.load(follower)).toBe('6-2');
    });
  });
}
