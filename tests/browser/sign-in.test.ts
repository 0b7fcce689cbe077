import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSay } from '../../src/web/app/language/say.ts';
import { sayInterface } from '../../src/wording/say-interface.ts';
import { sayPlatform } from '../../src/wording/say-platform.ts';
import { describeWith, waitUntil } from '../services.ts';
import { createDiscordSimulator, type DiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { createXSimulator, type XSimulator } from '../simulators/x/x-simulator.ts';
import { axeComplaints } from './axe-complaints.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';

const inLanguages = ['en', 'ar'] as const;

describeWith('chromium', 'signing in where Discord and X are set up', () => {
  let discord: DiscordSimulator;
  let x: XSimulator;
  let pages: TestPages;

  beforeAll(async () => {
    discord = await createDiscordSimulator({ anyOwnPort: true });
    x = await createXSimulator({ anyOwnPort: true });
    pages = await openTestPages({
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
      ...{ DISCORD_CLIENT_SECRET: discord.clientSecret, DISCORD_AUTHORIZE_URL: discord.authorizeUrl },
      ...{ X_API_URL: x.url, X_APP_KEY: x.keys.appKey, X_APP_SECRET: x.keys.appSecret, X_POLL_SECONDS: '1' },
      ...{ X_ACCESS_TOKEN: x.keys.accessToken, X_ACCESS_SECRET: x.keys.accessSecret },
      ...{ X_CLIENT_ID: x.keys.clientId, X_CLIENT_SECRET: x.keys.clientSecret },
      ...{ X_AUTHORIZE_URL: x.authorizeUrl, X_SIGN_IN: 'true' },
    });
  });
  afterAll(async () => {
    await pages?.close();
    await discord?.close();
    await x?.close();
  });

  const waysOn = (page: Page, language: 'en' | 'ar') =>
    ['discord', 'x'].map((platform) =>
      page.getByRole('button', {
        name: createSay(language)('signInWith', { platform: sayPlatform(language, platform) }),
      }),
    );

  /** Through X's page, as one of those who are there. */
  async function pressAtX(page: Page, username: string, button: 'Authorize app' | 'Cancel'): Promise<void> {
    await page.getByRole('combobox').selectOption({ label: `@${username}` });
    await page.getByRole('button', { name: button }).click();
  }

  it.each(inLanguages)('whoever asked on X comes to their own page by it, in %s', async (language) => {
    const say = createSay(language);
    const username = `mina_${language}`;
    const author = x.addUser(username, 'Mina');
    const prompt = `a paper boat in ${language}`;
    x.say(author, `@opencall ${prompt}`);
    const page = await pages.visit('/me', { language });
    const [, withX] = waysOn(page, language);
    await withX?.click();
    await pressAtX(page, username, 'Cancel');
    const denied = sayInterface(language, 'sign-in-denied', undefined, { platform: sayPlatform(language, 'x') });
    await page.getByRole('alert').filter({ hasText: denied }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.getByRole('link', { name: say('signInAgain') }).click();
    await withX?.click();
    await pressAtX(page, username, 'Authorize app');
    await page.waitForURL('**/me');
    expect(await page.getByRole('radio', { name: say('joinOnX', { name: 'Mina' }) }).isChecked()).toBe(true);
    const own = page.getByRole('article').filter({ hasText: prompt });
    await waitUntil(async () => {
      await page.reload();
      await page.getByRole('heading', { name: say('mineTitle'), exact: true }).waitFor();
      return (await own.count()) === 1;
    }, 'What was asked');
    expect(await axeComplaints(page)).toEqual([]);

    await own.getByRole('button', { name: say('withdraw') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('withdraw') })
      .click();
    await own.getByText(say('stateWithdrawn'), { exact: true }).waitFor();
    await page.getByRole('button', { name: say('signOut') }).click();
    await withX?.waitFor();
    expect(await own.count()).toBe(0);
  });

  it.each(inLanguages)(
    'whoever looks after one post on X is shown the way to all of theirs, in %s',
    async (language) => {
      const say = createSay(language);
      const page = await pages.visit('/asked', { language, phone: true });
      const [withDiscord, withX] = waysOn(page, language);
      await page.getByText(say('askedOwnPage')).waitFor();
      expect(await withDiscord?.count()).toBe(0);
      x.addUser(`omar_${language}`, 'Omar');
      await withX?.click();
      await pressAtX(page, `omar_${language}`, 'Authorize app');
      await page.waitForURL('**/me');
      const again = await pages.again(page, '/asked');
      await again
        .getByRole('main')
        .getByRole('link', { name: say('mineTitle') })
        .click();
      await again.waitForURL('**/me');
      expect(await withX?.count()).toBe(0);
    },
  );

  it('may be both at once, and looks as either', async () => {
    const say = createSay('en');
    const guild = discord.world.addGuild('Home');
    const member = discord.world.addMember(guild, 'Salma', { roles: [] });
    x.addUser('salma', 'Salma on X');
    const page = await pages.visit('/me');
    const [withDiscord, withX] = waysOn(page, 'en');
    await withDiscord?.click();
    await page.getByRole('combobox').selectOption({ label: `@${member.user.username}` });
    await page.getByRole('button', { name: 'Authorize' }).click();
    await page.waitForURL('**/me');
    await withX?.click();
    await pressAtX(page, 'salma', 'Authorize app');
    await page.waitForURL('**/me');
    const onX = page.getByRole('radio', { name: say('joinOnX', { name: 'Salma on X' }) });
    const onDiscord = page.getByRole('radio', { name: say('mineOnDiscord', { name: 'Salma' }) });
    expect([await onX.isChecked(), await onDiscord.isChecked()]).toEqual([true, false]);
    await onDiscord.check();
    await page.getByRole('button', { name: say('signOut') }).click();
    await withDiscord?.waitFor();
    expect([await onX.count(), await onDiscord.count()]).toEqual([1, 0]);
  });

  it('is offered for the desk with Discord alone, and whoever wants their own page finds it from there', async () => {
    const page = await pages.visit('/sign-in');
    const [withDiscord, withX] = waysOn(page, 'en');
    await withDiscord?.waitFor();
    expect(await withX?.count()).toBe(0);
    await page.getByRole('link', { name: createSay('en')('signInForMine') }).click();
    await withX?.waitFor();
  });

  it.each([
    { language: 'en', colours: 'light', phone: false },
    { language: 'en', colours: 'dark', phone: true },
    { language: 'ar', colours: 'light', phone: true },
    { language: 'ar', colours: 'dark', phone: false },
  ] as const)('is offered with nothing that axe finds wrong: %o', async (visit) => {
    const page = await pages.visit('/me', visit);
    const ways = waysOn(page, visit.language);
    for (const way of ways) await way.waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    const boxes = await Promise.all(ways.map((way) => way.boundingBox()));
    const width = page.viewportSize()?.width ?? 0;
    for (const box of boxes) expect(box && box.x >= 0 && box.x + box.width <= width && box.height >= 40).toBe(true);
  });

  it('breaks nothing that the security policy forbids, nor X’s rules', () => {
    expect(pages.faults).toEqual([]);
    expect(x.violations).toEqual([]);
  });
});
