import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What a box is, and where: its left edge and its width in hundredths of the window's. */
type Box = readonly [what: string, left: number, width: number];

/** The parts that make a page's layout. */
const PARTS = [
  ...['header', 'header nav', 'main', 'main h1', 'main form', 'main nav', 'main table', 'main article', 'main video'],
  ...['main textarea', 'main svg[role=group]'],
];
/** So many of each: a page may have hundreds. */
const OF_EACH = 2;
/** By how many hundredths of the window a box may stand elsewhere: how wide words are depends on the machine's fonts. */
const TOLERANCE = 3;

const FILE = new URL('./layouts.json', import.meta.url);
const WRITING = process.env.WRITE_LAYOUTS === '1';

/**
 * Where a page's parts stand, compared with where they stood when somebody last looked at it: columns, sides and widths,
 * without heights, since where lines break depends on the machine's fonts. Says what is otherwise; with `WRITE_LAYOUTS=1` it
 * is taken as it is.
 */
export async function layoutChanges(page: Page, name: string): Promise<string[]> {
  const known = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Box[]>) : {};
  const now = await boxesOf(page);
  if (WRITING) {
    const all = Object.entries({ ...known, [name]: now }).toSorted(([one], [other]) => one.localeCompare(other));
    const lines = all.map(([key, boxes]) => `  ${JSON.stringify(key)}: ${JSON.stringify(boxes)}`);
    writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
    return [];
  }
  const before = known[name] ?? [];
  const names = (boxes: readonly Box[]) => boxes.map(([what]) => what).join(', ');
  if (names(before) !== names(now)) return [`${name}: there were ${names(before)}; there are ${names(now)}`];
  return now.flatMap(([what, left, width], place) => {
    const [, leftBefore, widthBefore] = before[place] as Box;
    const moved = Math.abs(left - leftBefore) > TOLERANCE || Math.abs(width - widthBefore) > TOLERANCE;
    return moved ? [`${name}: ${what} stood at ${leftBefore}, ${widthBefore} wide; now at ${left}, ${width} wide`] : [];
  });
}

async function boxesOf(page: Page): Promise<Box[]> {
  return page.evaluate<Box[]>(`(() => {
    const share = (pixels) => Math.round((pixels / innerWidth) * 100);
    return ${JSON.stringify(PARTS)}.flatMap((part) =>
      [...document.querySelectorAll(part)]
        .map((element) => element.getBoundingClientRect())
        .filter(({ width, height }) => width > 1 && height > 1)
        .slice(0, ${OF_EACH})
        .map(({ left, width }) => [part, share(left), share(width)]));
  })()`);
}

/** Cards that lie over each other. */
export async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const boxes = [...document.querySelectorAll('main article')].map((element) => element.getBoundingClientRect());
    const within = (one, other) => one.left < other.right - 2 && other.left < one.right - 2 && one.top < other.bottom - 2 && other.top < one.bottom - 2;
    return boxes.flatMap((one, place) => boxes.slice(place + 1).filter((other) => within(one, other)).map(() => 'a card lies over another: ' + place));
  })()`);
}
