import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSay } from '../../src/web/app/language/say.ts';
import { INTERFACE_TEXTS, sayInterface } from '../../src/wording/say-interface.ts';
import { sayPlatform } from '../../src/wording/say-platform.ts';
import { type Command, runCommand } from '../journeys/support/command.ts';
import { describeWith, waitUntil } from '../services.ts';
import { axeComplaints } from './axe-complaints.ts';
import { decideBy } from './decide-by.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';

const PROMPT = 'a paper boat sails down a rainy street';

/** Of a video element, what is asked here; the tests know no browser's types. */
interface Video {
  muted: boolean;
  currentTime: number;
  play(): Promise<void>;
}

describeWith('chromium', 'the page of the simulated Discord, with the app started as it says', () => {
  let simulator: Command;
  let address = '';
  let pages: TestPages;

  beforeAll(async () => {
    simulator = runCommand('simulate', { args: ['discord', '--port', '0'] });
    [, address = ''] = await simulator.says(/The page\s+(\S+)/);
    const [, token = '', api = ''] = await simulator.says(/DISCORD_TOKEN=(\S+) DISCORD_API_URL=(\S+) npm start/);
    const [, secret = '', authorize = ''] = await simulator.says(
      /DISCORD_CLIENT_SECRET=(\S+) DISCORD_AUTHORIZE_URL=(\S+)/,
    );
    pages = await openTestPages({
      ...{ DISCORD_TOKEN: token, DISCORD_API_URL: api },
      ...{ DISCORD_CLIENT_SECRET: secret, DISCORD_AUTHORIZE_URL: authorize },
    });
  });
  afterAll(async () => {
    await pages?.close();
    simulator?.press();
    expect(await simulator?.ended).toBe(0);
  });

  it('lets one ask, see the clip, vote, remix and report, by keyboard and in two languages', async () => {
    const page = await pages.visit(address);
    await page.getByText('The bot is here').waitFor();
    const asked = `@Open Call ${PROMPT} --seconds 2 --resolution 360 --ar 1:1`;
    await page.getByRole('textbox', { name: 'Write in' }).focus();
    await page.keyboard.type(asked);
    await page.keyboard.press('Enter');
    await messages(page).filter({ hasText: 'A curator will look at your prompt.' }).waitFor();

    await approve(pages, PROMPT);
    const clip = messages(page).filter({ has: page.locator('video') });
    await clip.waitFor({ timeout: 90_000 });
    expect(await clip.getAttribute('class')).toContain('pings');
    expect(await clip.textContent()).toContain(PROMPT);
    const video = clip.locator('video');
    await video.evaluate<void, Video>((it) => {
      it.muted = true;
      return it.play();
    });
    await waitUntil(() => video.evaluate<boolean, Video>((it) => it.currentTime > 0.3), 'Playing');
    await messages(page).filter({ hasText: 'Done! Your clip is here' }).waitFor();

    await become(page, 'سلمى');
    await press(clip.getByRole('button', { name: 'Vote' }));
    await messages(page).filter({ hasText: 'احتُسب صوتك' }).waitFor();

    await press(clip.getByRole('button', { name: 'Remix' }));
    const form = page.getByRole('dialog');
    expect(await form.getByRole('textbox').inputValue()).toBe(PROMPT);
    await form.getByRole('textbox').fill('قارب ورقي في الليل');
    await press(form.getByRole('button', { name: 'Send' }));
    await messages(page).filter({ hasText: 'سينظر قيّم في طلبك' }).waitFor();

    await press(clip.getByRole('button', { name: 'Report' }));
    await page.getByRole('dialog').getByRole('textbox').fill('هذا رسمي');
    await press(page.getByRole('dialog').getByRole('button', { name: 'Send' }));
    await messages(page).filter({ hasText: 'أُبلغ القائمون على هذا' }).waitFor();
    expect(await page.getByText('Against Discord’s rules').count()).toBe(0);
  });

  it('offers the commands with their options, suggestions and answers for one person alone', async () => {
    const page = await pages.visit(address);
    // What the page is told later adds nothing to what it begins with.
    await page.route('**/page/events', (route) => route.abort());
    await page.reload();
    await page.getByRole('textbox', { name: 'Write in' }).focus();
    await page.keyboard.type('/cl');
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: '/clip' });
    await form.getByRole('textbox', { name: 'prompt' }).waitFor();
    await page.unroute('**/page/events');
    await form.getByRole('textbox', { name: 'prompt' }).fill('a red kite');
    await form.getByLabel('shape').selectOption({ label: 'Square' });
    await form.getByRole('combobox', { name: 'style' }).fill('wat');
    await form.locator('datalist option[value="watercolour"]').waitFor({ state: 'attached' });
    await form.getByRole('combobox', { name: 'style' }).fill('watercolour');
    await press(form.getByRole('button', { name: 'Send' }));
    await messages(page).filter({ hasText: 'Got it.' }).filter({ hasText: 'Only you see this' }).waitFor();
    await messages(page).filter({ hasText: 'asked for:' }).filter({ hasText: 'a red kite' }).waitFor();
    await become(page, 'Noor');
    await waitUntil(async () => (await messages(page).filter({ hasText: 'Got it.' }).count()) === 0, 'Noor’s view');
    // Whoever one becomes in a channel that they do not see is taken to one that they do.
    await page.getByRole('button', { name: '#review' }).click();
    await page.getByRole('heading', { name: '#review' }).waitFor();
    await become(page, 'Mina');
    await page.getByRole('heading', { name: '#clips' }).waitFor();
    expect(await page.getByRole('button', { name: '#review' }).count()).toBe(0);
  });

  it('lets one change and delete what one wrote, answer a message, and use its menu', async () => {
    const page = await pages.visit(address);
    await become(page, 'Noor');
    await write(page, 'a whale above the city');
    const own = messages(page).filter({ hasText: 'a whale above the city' }).first();
    await press(own.getByRole('button', { name: 'Ask for a clip' }));
    const status = messages(page).filter({ hasText: 'Answer to' }).filter({ hasText: 'a whale above' });
    await status.getByText('A curator will look at your prompt.').waitFor();
    await press(own.getByRole('button', { name: 'Delete' }));
    await status
      .getByText('Withdrawn')
      .or(messages(page).filter({ hasText: 'a message that is gone' }))
      .first()
      .waitFor();

    await press(
      messages(page)
        .filter({ has: page.locator('video') })
        .getByRole('button', { name: 'Answer' }),
    );
    await page.getByText('You answer').waitFor();
    await write(page, '@Open Call the same at night');
    const remix = messages(page).filter({ hasText: 'the same at night' }).first();
    await press(remix.getByRole('button', { name: 'Edit' }));
    await page.keyboard.type(' with snow');
    await page.keyboard.press('Enter');
    await messages(page).filter({ hasText: 'at night with snow' }).filter({ hasText: 'edited' }).first().waitFor();
  });

  it('keeps the channel of the curators from others', async () => {
    const page = await pages.visit(address);
    expect(await page.getByRole('button', { name: '#review' }).count()).toBe(0);
    await become(page, 'Noor');
    await page.getByRole('button', { name: '#review' }).waitFor();
  });

  it('makes trouble, after which the bot is back', async () => {
    const page = await pages.visit(address);
    await press(page.getByText('Make trouble'));
    await press(page.getByRole('button', { name: 'Drop the session' }));
    await press(page.getByRole('button', { name: 'Answer 429' }));
    await page.getByText('The bot is here').waitFor();
    await become(page, 'Ada');
    await write(page, '@Open Call a lighthouse in a storm');
    const status = messages(page).filter({ hasText: 'Answer to' }).filter({ hasText: 'a lighthouse in a storm' });
    await status.getByText('A curator will look at your prompt.').waitFor();
  });

  it.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['ar', 'light'],
    ['ar', 'dark'],
  ] as const)('has nothing that axe finds wrong, in %s and %s', async (language, colours) => {
    const page = await pages.visit(`${address}?lang=${language}`, { colours });
    await page.locator('.message').first().waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(await axeComplaints(page)).toEqual([]);
  });

  it('shows whoever signs in with it on our own pages what they asked there, and only to them', async () => {
    const page = await pages.visit('/me');
    const say = createSay('en');
    await press(page.getByRole('button', { name: say('signInWith', { platform: sayPlatform('en', 'discord') }) }));
    await page.getByRole('combobox').selectOption({ label: '@mina' });
    await press(page.getByRole('button', { name: 'Authorize' }));
    await page.waitForURL('**/me');
    const own = page
      .getByRole('article')
      .filter({ hasText: PROMPT })
      .filter({ has: page.locator('video') });
    await own.getByText(say('stateDelivered')).waitFor();
    await press(page.getByRole('button', { name: say('signOut') }));
    await page.getByRole('button', { name: say('signInWith', { platform: sayPlatform('en', 'discord') }) }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  });

  it('deletes everything of a person, when they say so twice', async () => {
    const page = await pages.visit(address);
    await command(page, '/my data');
    await press(page.getByRole('button', { name: 'Delete everything' }));
    await messages(page).filter({ hasText: 'This cannot be undone.' }).waitFor();
    await press(page.getByRole('button', { name: 'Delete everything' }).last());
    await messages(page).filter({ hasText: 'are erased within minutes' }).waitFor();
    await waitUntil(async () => (await page.locator('video').count()) === 0, 'The clip’s end', 60_000);
    await waitUntil(
      async () => {
        await command(page, '/my requests');
        return messages(page)
          .filter({ hasText: 'You have not asked for anything yet.' })
          .first()
          .waitFor({ timeout: 5000 })
          .then(
            () => true,
            () => false,
          );
      },
      'The forgetting',
      90_000,
    );
  });

  it('opens the desk to who runs the server, by signing in with it, and to nobody who does not', async () => {
    const discord = await pages.visit(address);
    await become(discord, 'Ada');
    await command(discord, '/opencall setup');
    await messages(discord).filter({ hasText: 'This is the home server now' }).waitFor();
    const page = await pages.visit('/desk', { language: 'ar' });
    const say = createSay('ar');
    const comeAs = async (person: string, button: string) => {
      await press(page.getByRole('button', { name: say('signInWith', { platform: sayPlatform('ar', 'discord') }) }));
      await page.getByRole('combobox').selectOption({ label: person });
      await press(page.getByRole('button', { name: button }));
    };
    const again = page.getByRole('link', { name: say('signInAgain') });
    await comeAs('@mina', 'Cancel');
    await page
      .getByRole('alert')
      .filter({ hasText: sayInterface('ar', 'sign-in-denied', undefined, { platform: sayPlatform('ar', 'discord') }) })
      .waitFor();
    expect(new URL(page.url()).search).toBe('');
    await press(again);
    await comeAs('@mina', 'Authorize');
    await page.getByRole('alert').filter({ hasText: INTERFACE_TEXTS.ar['sign-in-no-role'] }).waitFor();
    await press(again);
    await comeAs('@ada', 'Authorize');
    await page.waitForURL('**/desk');
    await page.getByRole('navigation', { name: say('queue') }).waitFor();
    expect(await page.getByText('@ada').count()).toBeGreaterThan(0);
  });

  it('answers nobody from elsewhere, and broke nothing that its security policy forbids', async () => {
    const elsewhere = await fetch(new URL('/page/act', address), {
      method: 'POST',
      headers: { origin: 'http://127.0.0.1:1' },
      body: '{}',
    });
    expect(elsewhere.status).toBe(403);
    expect(pages.faults).toEqual([]);
  });
});

function messages(page: Page): Locator {
  return page.getByRole('article');
}

async function write(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Write in' });
  await box.focus();
  await page.keyboard.type(text);
  expect(await box.inputValue()).toBe(text);
  await page.keyboard.press('Enter');
  await waitUntil(async () => (await box.inputValue()) === '', 'The message’s way');
}

async function command(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write in' }).fill(name);
  await page.getByRole('button', { name }).first().waitFor();
  await page.keyboard.press('Enter');
  await press(page.getByRole('form', { name }).getByRole('button', { name: 'Send' }));
}

async function become(page: Page, name: string): Promise<void> {
  const radio = page.getByRole('radio', { name: new RegExp(`^${name}`) });
  await radio.focus();
  await page.keyboard.press('Space');
  await waitUntil(() => radio.isChecked(), 'Becoming somebody else');
}

/** As one does without a pointer. */
async function press(button: Locator): Promise<void> {
  await waitUntil(() => button.isEnabled(), 'The button to be one that can be pressed');
  await button.focus();
  await button.press('Enter');
}

async function approve(pages: TestPages, prompt: string): Promise<void> {
  const curator = await pages.curate('Noor');
  await curator.getByRole('article', { name: prompt }).waitFor();
  await decideBy('a', curator);
  await waitUntil(async () => (await curator.getByRole('article', { name: prompt }).count()) === 0, 'The decision');
}
