import type { Figure } from './figure.ts';
import { inFolder } from './support/databases.ts';
import { load, median } from './support/processor-time.ts';
import { startApp } from './support/running-app.ts';

const STARTS = 5;
const LIMIT_MS = 3000;

/** From the start of the process to the line that says where everything is, on a data folder that is there already. */
export async function figures(): Promise<Figure[]> {
  return inFolder(async (directory) => {
    const first = await startApp(directory);
    await first.stop();
    const times: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      const app = await startApp(directory);
      times.push(app.readyMs);
      await app.stop();
    }
    const value = median(times);
    const note = `node src/app/main.ts to the ready line, median of ${STARTS} (${times.map((ms) => Math.round(ms)).join(', ')}), ${load()}; the first start, which makes the database, took ${Math.round(first.readyMs)} ms; the launcher comes on top`;
    return [
      { name: 'warm-start', value, unit: 'ms', limit: LIMIT_MS, ratio: value / LIMIT_MS, target: '< 3,000 ms', note },
    ];
  });
}
