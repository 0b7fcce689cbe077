import type { Page } from 'playwright-core';
import { openTestPages } from '../tests/browser/open-test-pages.ts';
import { findChromium } from '../tests/machine/chromium.ts';
import { setup as makeEmptyRecords } from '../tests/machine/empty-records.ts';
import type { Figure } from './figure.ts';
import { load, median } from './support/processor-time.ts';

const ASKED = 12;
const VISITS = 7;
const TARGET_MS = 1000;

/** How long somebody who comes for the first time waits for a page, and for what they came for on it, in real Chromium. */
export async function figures(): Promise<Figure[]> {
  if (findChromium() === null) return [];
  await makeEmptyRecords();
  const pages = await openTestPages({ OPEN_PER_MEMBER: String(ASKED) });
  try {
    for (let asked = 0; asked < ASKED; asked += 1) await pages.ask(`A lantern with the number ${asked} on a dark lake`);
    const clip = await pages.make('A red kite in the wind --seconds 1 --resolution 360');
    return [
      await measure('first-paint-room', 'article', () => pages.visit('/')),
      await measure('first-paint-results', 'article', () => pages.visit('/results')),
      await measure('first-paint-clip', 'h1', () => pages.visit(`/clips/${clip}`)),
      await measure('first-paint-desk', 'article', (visit) => pages.curate(`Noor ${visit}`)),
    ];
  } finally {
    await pages.close();
  }
}

/** Each visit with a browser's empty cache. `useful` finds what somebody came for. */
async function measure(name: string, useful: string, visit: (visit: number) => Promise<Page>): Promise<Figure> {
  const paints: Paints[] = [];
  for (let place = 0; place < VISITS; place += 1) {
    const page = await visit(place);
    await page.waitForSelector(useful);
    paints.push(await page.evaluate<Paints>(PAINTS));
    await page.context().close();
  }
  const value = median(paints.map(({ largest }) => largest));
  return {
    ...{ name, value, unit: 'ms', limit: TARGET_MS, ratio: value / TARGET_MS, target: '< 1 s' },
    note: `the largest contentful paint once ${useful} is there, empty cache, median of ${VISITS}; the first after ${median(paints.map(({ first }) => first)).toFixed(0)} ms; ${ASKED} wait, PGlite, Chromium beside it, ${load()}`,
  };
}

/** In milliseconds from the beginning of the navigation (W3C, Paint Timing and Largest Contentful Paint). */
interface Paints {
  first: number;
  largest: number;
}

const PAINTS = `new Promise((resolve) => {
  const read = (list) => {
    const [first] = performance.getEntriesByName('first-contentful-paint');
    resolve({ first: first.startTime, largest: list.getEntries().at(-1).startTime });
  };
  requestAnimationFrame(() => new PerformanceObserver(read).observe({ type: 'largest-contentful-paint', buffered: true }));
})`;
