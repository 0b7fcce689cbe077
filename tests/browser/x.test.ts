import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../services.ts';
import { createXSimulator, type XSimulator } from '../simulators/x/x-simulator.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';

describeWith('chromium', 'X in the pages', () => {
  let simulator: XSimulator;
  let pages: TestPages;
  beforeAll(async () => {
    simulator = await createXSimulator();
    const { keys, url } = simulator;
    pages = await openTestPages({
      ...{ X_API_URL: url, X_APP_KEY: keys.appKey, X_APP_SECRET: keys.appSecret },
      ...{ X_ACCESS_TOKEN: keys.accessToken, X_ACCESS_SECRET: keys.accessSecret, X_POLL_SECONDS: '0.1' },
    });
  });
  afterAll(async () => {
    await pages?.close();
    await simulator?.close();
  });

  it('whoever asked there sees how it stands, in English and in Arabic', async () => {
    const post = simulator.say(simulator.addUser('mina', 'Mina'), '@opencall a secret paper boat');
    const page = await pages.visit('/');
    await page.getByRole('link', { name: 'Asked on X?' }).click();
    const field = page.getByLabel('The address of your post, or its number');
    await field.fill('hello');
    await page.getByRole('button', { name: 'See how it stands' }).click();
    await page.getByText('That is no post of X').waitFor();
    await field.fill(`https://x.com/mina/status/${post.id}?s=20`);
    await expect.poll(() => simulator.requests('GET /2/users/{id}/mentions').length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'See how it stands' }).click();
    await page.getByText('A curator will look at your prompt').waitFor();
    expect(await page.content()).not.toContain('secret paper boat');
    const arabic = await pages.visit(`/asked?post=${post.id}`, { language: 'ar', phone: true });
    await arabic.getByText('شكرًا').waitFor();
    expect(await arabic.locator('html').getAttribute('dir')).toBe('rtl');
    const unknown = await pages.visit('/asked?post=1234567890');
    await unknown.getByText('The bot has not heard of this post').waitFor();
    // Nobody signs in with X here.
    expect(await unknown.getByRole('button', { name: 'Sign in with X' }).count()).toBe(0);
  });

  it('a curator sees what it cost, and announces a call once', async () => {
    const page = await pages.curate('Noor');
    await page.goto('/desk');
    await page.getByRole('button', { name: 'On X' }).click();
    await page.getByText('Mentions, and posts of ours, read').waitFor();
    await page.getByText('Everything goes on.').waitFor();
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.getByText('It cannot be answered yet: X must approve').waitFor();
    await page.goto('/desk/calls');
    await page.getByRole('button', { name: 'Announce it (2 places)' }).click();
    const onX = page.getByRole('form', { name: 'X', exact: true });
    const words = onX.getByLabel('What is posted');
    await words.fill('Look at example.org');
    await onX.getByRole('button', { name: 'Post it' }).click();
    await onX.getByText('Leave out links').waitFor();
    await words.fill('Paper boats, all week: answer this with your idea.');
    await onX.getByRole('button', { name: 'Post it' }).click();
    await onX.getByText('It is posted.').waitFor();
    const posted = [...simulator.world.posts.values()].filter(({ author }) => author === simulator.bot);
    expect(posted.map(({ text }) => text)).toEqual([expect.stringMatching(/^Paper boats, all week.*\nCall \w{5}$/)]);
    expect(await onX.getByRole('button', { name: 'Post it' }).count()).toBe(0);
    const inTheRoom = page.getByRole('form', { name: 'In the room' });
    await inTheRoom.getByRole('button', { name: 'Post it' }).click();
    await inTheRoom.getByText('It is posted.').waitFor();
    const visitor = await pages.visit('/');
    await visitor.getByRole('article', { name: 'Open Call' }).getByText('A new call').waitFor();
    expect(pages.faults).toEqual([]);
    expect(simulator.violations).toEqual([]);
  });
});
