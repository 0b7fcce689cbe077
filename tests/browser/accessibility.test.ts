import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSay } from '../../src/web/app/language/say.ts';
import { describeWith, waitUntil } from '../services.ts';
import { axeComplaints } from './axe-complaints.ts';
import { cutTexts } from './cut-texts.ts';
import { layoutChanges, overlaps } from './layout-of.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';
import { PLACES, type Viewer } from './places.ts';

/** Each language and both colours, but not each with each: what is wrong with colours is so in every language. */
const LOOKS = [
  { language: 'en', colours: 'light' },
  { language: 'ar', colours: 'dark' },
] as const;
/** Longer than there is room for anywhere but on its own page. */
const KITE = `A red kite in the wind over ${'harbours, roofs and gardens, '.repeat(12)}seen from far away`;
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

describeWith('chromium', 'the pages for everybody', () => {
  let pages: TestPages;
  beforeAll(async () => {
    pages = await openTestPages();
    await pages.endCall('over', async () => {
      const kite = await pages.make(`${KITE} --seconds 1 --resolution 360`);
      await pages.remix(kite, 'A kettle that sings --seconds 1 --resolution 360');
    });
    await pages.ask('قارب ورقي يبحر في شارع ماطر --ar 9:16');
    await pages.ask('A cat reads a very long book by candlelight in a library full of dust and old maps');
  });
  afterAll(() => pages?.close());

  describe.each(LOOKS)('in $language, $colours', ({ language, colours }) => {
    const say = createSay(language);
    let viewers: Record<Viewer, Page>;
    beforeAll(async () => {
      viewers = {
        visitor: await pages.visit('/', { language, colours }),
        curator: await pages.curate(`Noor ${language}`, { language, colours }),
      };
    });
    afterAll(async () => {
      // A curator who goes away keeps nothing from the next one.
      await viewers.curator.goto('/');
      for (const page of Object.values(viewers)) await page.context().close();
    });

    it.each(PLACES)(
      '$name: axe finds nothing wrong, nothing moves on and on, and all words are read whole, on a phone too',
      async ({ name, viewer, go, laidOut }) => {
        const page = viewers[viewer];
        await page.setViewportSize(DESKTOP);
        await go(page, say);
        await settled(page);
        expect(await axeComplaints(page)).toEqual([]);
        expect(await cutTexts(page)).toEqual([]);
        if (laidOut) expect(await layoutChanges(page, `${name}, ${language}, wide`)).toEqual([]);
        await page.setViewportSize(PHONE);
        await settled(page);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        expect(await cutTexts(page)).toEqual([]);
        if (laidOut) expect(await layoutChanges(page, `${name}, ${language}, phone`)).toEqual([]);
        expect(await overlaps(page)).toEqual([]);
      },
    );
  });

  it('plays a clip among the results while it is pointed at or focused, and no longer', async () => {
    const page = await pages.visit('/results');
    const card = page.getByRole('article').first();
    const plays = () => page.evaluate<boolean>("document.querySelector('.stage video')?.paused === false");
    expect(await page.locator('video').count()).toBe(0);
    await card.getByRole('link').first().focus();
    await waitUntil(plays, 'Playing');
    await page.getByRole('heading', { level: 1 }).click();
    await waitUntil(async () => !(await plays()), 'The end of it');
    await card.getByRole('link').first().hover();
    await waitUntil(plays, 'Playing again');
  });

  it('plays nothing by itself for those who want less motion', async () => {
    const page = await pages.visit('/results', { lessMotion: true });
    await page.getByRole('article').first().getByRole('link').first().hover();
    await page.getByRole('article').first().getByRole('link').first().focus();
    expect(await page.locator('video').count()).toBe(0);
  });

  it('reads a feed of whatever was asked for as XML', async () => {
    const page = await pages.visit('/board');
    const read = `fetch('/results/feed.xml').then((it) => it.text()).then((text) => {
      const feed = new DOMParser().parseFromString(text, 'application/xml');
      return [feed.querySelector('parsererror'), ...[...feed.querySelectorAll('item > title')].map((it) => it.textContent)];
    })`;
    const [broken, ...titles] = await page.evaluate<unknown[]>(read);
    expect(broken).toBeNull();
    expect(titles).toContainEqual(expect.stringMatching(/^A red kite in the wind/));
  });

  it('has a first page of results under 200 kB without clips, on which nothing jumps', async () => {
    const page = await pages.visit('/results');
    await settled(page);
    const { bytes, pictures, shifts } = await page.evaluate<{ bytes: number; pictures: number; shifts: number }>(
      WEIGHT,
    );
    // As sent, uncompressed, headers too. A page has a dozen small pictures, of 5 kB at most.
    expect(bytes + (12 - pictures) * 5400).toBeLessThan(200_000);
    expect(pictures).toBeGreaterThan(0);
    // The measure of browsers (CLS), of which they call 0.1 good: the font that comes is a little narrower than the one before
    // it, and moves the header's links and a line's end by some pixels; a card that jumped would be more.
    expect(shifts).toBeLessThan(0.05);
  });

  it('reads without scripts, and shows nothing that wants one', async () => {
    const page = await pages.visit('/results?order=newest', { scripts: false });
    expect(await page.locator('.by-script:visible').count()).toBe(0);
    await page.getByRole('article').first().getByRole('link').first().click();
    await page.getByRole('heading', { level: 2, name: createSay('en')('versionsTitle') }).waitFor();
    expect(await page.locator('video[controls]').count()).toBe(1);
  });

  it('asks for a clip made of another from that one’s page, with its words to begin with', async () => {
    const page = await pages.visit('/results?order=newest');
    const say = createSay('en');
    await page.getByRole('article').first().getByRole('link').first().click();
    await page.getByRole('link', { name: say('remixAsk') }).click();
    const field = page.getByRole('textbox', { name: say('composerLabel') });
    await page.getByRole('button', { name: say('remixDrop') }).waitFor();
    expect(await field.inputValue()).toBe('A kettle that sings');
    await field.fill('A kettle that sings under water');
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: say('send') }).click();
    expect((await sent).postData()).toContain('name="remixOf"');
    await page.getByRole('article').filter({ hasText: 'under water' }).waitFor();
    expect(await field.inputValue()).toBe('');
    await waitUntil(() => new URL(page.url()).search === '', 'An address that names it no more');
    expect(await field.inputValue()).toBe('');
  });

  it('has two clips compared by keys alone, the next two come, and the board counts it', async () => {
    const page = await pages.visit('/duels');
    const say = createSay('en');
    const left = page.getByRole('article', { name: say('duelLeft') });
    const chosen = (await left.getByRole('paragraph').last().textContent()) ?? '';
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('heading', { name: say('duelDone') }).waitFor();
    const best = page
      .getByRole('region', { name: say('standingTitle') })
      .getByRole('listitem')
      .first();
    await best.getByText(chosen).waitFor();
    await best.getByText(say('standingPlaces', { from: 1, to: 2 })).waitFor({ state: 'attached' });
    await page.getByRole('link', { name: say('boardTitle') }).click();
    await page.getByRole('columnheader', { name: say('boardWins') }).waitFor();
    expect(await page.getByRole('rowheader').first().textContent()).toContain(chosen);
    expect(await axeComplaints(page)).toEqual([]);
  });

  it('lets the header be skipped', async () => {
    const page = await pages.visit('/results');
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(createSay('en')('skip'));
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
  });

  it('stayed within the security policy', () => {
    expect(pages.faults).toEqual([]);
  });
});

/** Once fonts are there and nothing moves any more, colours and widths are what they will be. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => true)');
  await expect.poll(() => page.evaluate(BRING_TO_REST), { timeout: 30_000 }).toEqual([]);
}

const WEIGHT = `(async () => {
  let shifts = 0;
  const count = (list) => { for (const entry of list) if (!entry.hadRecentInput) shifts += entry.value; };
  const observer = new PerformanceObserver((list) => count(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  count(observer.takeRecords());
  const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const sent = loaded.filter(({ name }) => !name.includes('/files/'));
  const bytes = sent.reduce((sum, { transferSize }) => sum + transferSize, 0);
  return { bytes, shifts, pictures: sent.filter(({ name }) => name.includes('/thumbnail.webp')).length };
})()`;

/**
 * Ends what moves for a while, and tells of each thing that moved. What would move for longer than five seconds is not ended: it
 * goes by itself, as what turns while one waits, or it would need a way to stop it (WCAG 2.2.2). Run by the browser's own tools:
 * the pages' policy forbids them to evaluate text.
 */
const BRING_TO_REST = `(() => {
  const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
  for (const each of moving) if (each.effect.getComputedTiming().endTime <= 5000) each.finish();
  return moving.map(({ animationName, effect }) => animationName + ' of ' + effect.target.outerHTML.slice(0, 100));
})()`;
