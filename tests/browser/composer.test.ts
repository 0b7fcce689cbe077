import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSay } from '../../src/web/app/language/say.ts';
import { policyText } from '../../src/wording/say-policy.ts';
import { describeWith, waitUntil } from '../services.ts';
import { decideBy } from './decide-by.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';

const say = createSay('en');

describeWith('chromium', 'asking in the room', () => {
  let pages: TestPages;
  let page: Page;
  beforeAll(async () => {
    pages = await openTestPages();
  });
  afterAll(() => pages?.close());
  afterEach(async () => {
    await page.context().close();
    expect(pages.faults).toEqual([]);
  });

  const field = () => page.getByRole('textbox', { name: say('composerLabel') });
  const send = () => page.getByRole('button', { name: say('send') }).click();

  it('writes chosen options into the text, and reads them from it', async () => {
    page = await pages.visit('/');
    await field().fill('A tall tree --ar 1:1');
    await page.getByRole('button', { name: say('optionsButton') }).click();
    expect(await page.getByRole('radio', { name: say('shapeSquare') }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: say('shapeTall') }).check();
    await page.getByRole('slider').fill('7');
    await page.getByRole('textbox', { name: say('style') }).fill('oil paint');
    expect(await field().inputValue()).toBe('A tall tree --ar 9:16 --seconds 7 --style "oil paint"');
    await page.getByRole('button', { name: say('clear') }).click();
    await page
      .getByRole('group', { name: say('shape') })
      .getByRole('radio', { name: say('shapeAuto') })
      .check();
    expect(await field().inputValue()).toBe('A tall tree --style "oil paint"');
  });

  it('sends a picture and shows it, and refuses what is none before it is sent', async () => {
    page = await pages.visit('/');
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await page.getByRole('alert').waitFor();
    const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#c43' } })
      .png()
      .toBuffer();
    await chooser.setInputFiles({ name: 'red.png', mimeType: 'image/png', buffer: picture });
    await page.getByRole('img', { name: say('picturePreview') }).waitFor();
    await page.getByRole('button', { name: say('removePicture') }).click();
    await chooser.setInputFiles({ name: 'red.png', mimeType: 'image/png', buffer: picture });
    await field().fill('Let this picture breathe');
    await send();
    const shown = page.getByRole('article').filter({ hasText: 'Let this picture breathe' }).getByRole('img');
    await waitUntil(() => shown.evaluate<number, { naturalWidth: number }>((it) => it.naturalWidth), 'The picture');

    const desk = await pages.curate('Noor');
    // It arrives when it was looked at, and what arrives by itself is not opened.
    await desk
      .getByRole('navigation', { name: say('queue') })
      .getByText('Let this picture breathe')
      .click();
    await desk.getByRole('article', { name: 'Let this picture breathe' }).waitFor();
    await decideBy('d', desk);
    await desk.keyboard.press('7');
    await desk.getByRole('checkbox', { name: say('neverAgain') }).check();
    await desk.getByRole('button', { name: say('declineSend') }).click();
    await desk.getByText(say('emptyWaiting')).waitFor();
    await desk.context().close();
    await chooser.setInputFiles({ name: 'another-name.png', mimeType: 'image/png', buffer: picture });
    await field().fill('Let it dance');
    await send();
    const again = page.getByRole('article').filter({ hasText: 'Let it dance' });
    await again.getByText(policyText('en', 'refused-picture').sentence).first().waitFor();
  });

  it('says how many characters are too many, and sends once it is short enough', async () => {
    page = await pages.visit('/');
    await page.getByRole('button', { name: say('changeName') }).waitFor();
    const prompt = `A lighthouse ${'far '.repeat(160)}out`;
    await field().fill(`${prompt} --ar 1:1`);
    const over = prompt.length - 600;
    await page
      .getByRole('status')
      .filter({ hasText: say('tooLong', { count: over }) })
      .waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: say('send') }).isDisabled()).toBe(true);
    await field().fill(`${prompt.slice(0, -over)} --ar 1:1`);
    await page.keyboard.press('Enter');
    const posted = page.getByRole('article').filter({ hasText: 'A lighthouse' });
    await posted.waitFor();
    expect(await posted.count()).toBe(1);
  });

  it('keeps what was typed when the app cannot be reached', async () => {
    page = await pages.visit('/');
    await page.getByRole('button', { name: say('changeName') }).waitFor();
    await page.context().setOffline(true);
    await field().fill('A lantern that walks');
    await send();
    await page.getByText(say('unreachable')).waitFor();
    expect(await field().inputValue()).toBe('A lantern that walks');
    await page.context().setOffline(false);
    await send();
    await page.getByRole('article').filter({ hasText: 'A lantern that walks' }).waitFor();
    expect(await field().inputValue()).toBe('');
  });

  it('answers an option that it does not know in the thread', async () => {
    page = await pages.visit('/');
    await field().focus();
    await page.keyboard.type('A hill');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('--secnds 5');
    expect(await field().inputValue()).toBe('A hill\n--secnds 5');
    await page.keyboard.press('Enter');
    const thread = page.getByRole('article').filter({ hasText: 'A hill' });
    await thread.getByText(say('bot'), { exact: true }).waitFor();
    expect(await thread.textContent()).toContain('--seconds');
    // biome-ignore lint/performance/useDomNodeTextContent: which lines there are, the layout decides.
    expect((await thread.innerText()).split('\n')).toContainEqual(expect.stringMatching(/^@opencall a paper boat/));
  });

  it('breaks an option that is longer than a phone is wide, and cuts nothing of what stands around it', async () => {
    page = await pages.visit('/', { language: 'ar', phone: true });
    const inArabic = createSay('ar');
    const style = 'paper theatre in front of a rainy window, as seen by a cat that waits for the sun';
    await page.getByRole('textbox', { name: inArabic('composerLabel') }).fill(`A hill by the sea --style "${style}"`);
    await page.getByRole('button', { name: inArabic('send') }).click();
    const thread = page.getByRole('article').filter({ hasText: 'A hill by the sea' });
    await thread.getByText(inArabic('bot'), { exact: true }).waitFor();
    for (const part of [thread, thread.getByText(style)]) {
      const box = await part.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }
  });

  describe('language and colours', () => {
    it('turns the page over, remembers it, and keeps each text in its own direction', async () => {
      page = await pages.visit('/');
      await field().fill('قطة تقرأ كتابًا --مدة ٤ --ar 1:1');
      await send();
      const text = page.getByText('قطة تقرأ كتابًا');
      await text.waitFor();
      await page.getByRole('button', { name: say('otherLanguage') }).click();
      await page.reload();
      const html = page.locator('html');
      expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['ar', 'rtl']);
      await page.getByRole('heading', { name: createSay('ar')('roomTitle'), exact: true }).waitFor();
      await text.waitFor();
      await page.getByRole('button', { name: createSay('ar')('otherLanguage') }).click();
      expect(await html.getAttribute('dir')).toBe('ltr');
      const runsLeft = (it: { matches(selector: string): boolean }) => it.matches(':dir(rtl)');
      expect(await text.evaluate(runsLeft)).toBe(true);
      expect(await text.getByText('--مدة').evaluate(runsLeft)).toBe(true);
      expect(await text.getByText('--ar').evaluate(runsLeft)).toBe(false);
    });

    it('goes from the device’s colours to light and dark, and remembers', async () => {
      page = await pages.visit('/', { colours: 'dark' });
      const html = page.locator('html');
      const scheme = () => html.getAttribute('data-mantine-color-scheme');
      await page.getByRole('heading', { name: say('roomTitle'), exact: true }).waitFor();
      expect(await scheme()).toBe('dark');
      await page.getByRole('button', { name: say('coloursAuto') }).click();
      expect(await scheme()).toBe('light');
      await page.reload();
      await page.getByRole('heading', { name: say('roomTitle'), exact: true }).waitFor();
      expect(await scheme()).toBe('light');
    });
  });
});
