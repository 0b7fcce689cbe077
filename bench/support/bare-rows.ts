import { join } from 'node:path';
import { openEmbedded } from '../../src/store/open-embedded.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import type { OpenRecords } from '../../src/store/open-records.ts';
import { wakeEmbedded } from '../../src/store/wake-embedded.ts';
import type { Place } from './databases.ts';

const BARE = { name: 'bench-bare', text: 'insert into settings (name, value) values ($1, $2)' };

/** What the records do at best: nothing but rows. */
export async function openBare({
  databaseUrl,
  directory,
}: Pick<Place, 'databaseUrl' | 'directory'>): Promise<OpenRecords> {
  return databaseUrl === null ? openEmbedded(await wakeEmbedded(join(directory, 'bare'))) : openPostgres(databaseUrl);
}

/** Single rows that the records commit in a second, so many at the same time. `name` is new in each run. */
export async function bareRowsPerSecond(
  { records }: OpenRecords,
  { name, rows, inFlight, value }: { name: string; rows: number; inFlight: number; value: string },
): Promise<number> {
  return perSecondOf(rows, inFlight, (place) => records.run(BARE, [`${name}-${place}`, value]));
}

/** How often in a second something can be done, so many at the same time. */
export async function perSecondOf(
  count: number,
  inFlight: number,
  act: (place: number) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  let next = 0;
  const hand = async () => {
    while (next < count) {
      const place = next;
      next += 1;
      await act(place);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, hand));
  return (count * 1000) / (performance.now() - started);
}
