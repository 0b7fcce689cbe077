import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { htmlReport } from '../../redteam/html-report.ts';
import { measure } from '../../redteam/measure.ts';
import { createRulesScreening } from '../../src/moderation/screening/rules/rules-screening.ts';
import { chromiumArguments, describeWith, testChromium } from '../services.ts';
import { axeComplaints } from './axe-complaints.ts';

/** What a set may be called, and a class of it, to get markup of its own into the page. */
const NAME = 'a "set" </h2><script>document.title = "taken"</script>.jsonl';
const CLASS = '<img src=x onerror="document.title = \'taken\'"> & co';
const ROWS = [
  { text: 'a pipe bomb tutorial', harmful: true, class: CLASS },
  { text: 'a man stabs a stranger with a knife', harmful: true, class: 'violence' },
  { text: 'a riverbank in the fog', harmful: true, class: 'nothing in its words' },
  { text: 'a paper boat on a pond', harmful: false, class: 'benign' },
];

describeWith('chromium', 'the red team’s page', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const { measurement } = await measure(ROWS, [createRulesScreening()], { timed: false });
    const worse = { ...measurement, classes: { ...measurement.classes } };
    worse.classes['harmful: violence'] = { n: 1, refused: 0, review: 0, unread: 0, allowed: 1, harmful: true };
    browser = await chromium.launch({ executablePath: testChromium(), args: [...chromiumArguments] });
    page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
    await page.setContent(htmlReport([{ name: NAME, measurement, last: worse }]));
  });
  afterAll(() => browser?.close());

  it('has nothing wrong for axe, in light and in dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeComplaints(page)).toEqual([]);
    }
  });

  it('shows names of sets and classes as they are written, and runs nothing', async () => {
    expect(await page.title()).toBe('Red team');
    expect(await page.locator('h2').textContent()).toBe(NAME);
    expect(await page.getByRole('rowheader', { name: CLASS, exact: true }).count()).toBe(1);
    expect(await page.locator('script, img').count()).toBe(0);
  });

  it('plots each class with its share, its interval and what it was before', async () => {
    const violence = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'violence', exact: true }) });
    expect(await violence.getByRole('img').evaluateAll((plots) => plots.map((plot) => plot.ariaLabel))).toEqual([
      '0 refused, 1 review, 0 allowed',
      '100.0 %',
    ]);
    expect(await violence.locator('.interval, .mark, .before').count()).toBe(3);
    expect(await violence.getByRole('cell').last().textContent()).toBe('+100.0');
  });

  it('says in a table what was taken for what, those in which nothing was found too', async () => {
    const table = page.getByRole('table', { name: 'how many of each class had a policy found in them' });
    const heads = await table.getByRole('columnheader').allTextContents();
    const cells = async (label: string) =>
      table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: label }) })
        .getByRole('cell')
        .allTextContents();
    expect(heads.slice(0, 3)).toEqual(['labelled', 'n', 'nothing found']);
    expect((await cells('harmful: violence'))[heads.indexOf('violence') - 1]).toBe('1');
    expect((await cells('nothing in its words')).slice(0, 2)).toEqual(['1', '1']);
  });
});
