import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSay } from '../../src/web/app/language/say.ts';
import { describeWith } from '../services.ts';
import { decideBy } from './decide-by.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';

const say = createSay('en');

describeWith('chromium', 'the review desk on a low screen', () => {
  let pages: TestPages;
  beforeAll(async () => {
    pages = await openTestPages();
  });
  afterAll(() => pages?.close());

  it('keeps what sends a panel in sight, and what is written in it above that', async () => {
    const prompt = 'A door that opens onto the sea';
    await pages.ask(prompt);
    const desk = await pages.curate('Noor');
    await desk.setViewportSize({ width: 1280, height: 640 });
    await desk.getByRole('article', { name: prompt }).waitFor();
    const ends = async (part: Locator) => {
      const box = await part.boundingBox();
      return box ? box.y + box.height : Number.NaN;
    };
    await decideBy('d', desk);
    const send = desk.getByRole('button', { name: say('declineSend') });
    await send.waitFor();
    expect(await ends(send)).toBeLessThanOrEqual(640);
    await desk.keyboard.press('3');
    const above = (await send.boundingBox())?.y;
    expect(await ends(desk.getByRole('textbox', { name: say('note') }))).toBeLessThanOrEqual(above ?? 0);
    await desk.keyboard.press('Enter');
    await desk.getByText(say('emptyWaiting')).waitFor();
  });

  it('shows what is known of a clip below it, not behind it', async () => {
    const id = await pages.make('A door that opens onto a garden');
    const desk = await pages.curate('Noor');
    await desk.setViewportSize({ width: 1280, height: 640 });
    await desk.goto(`/desk?view=decided&request=${id}`);
    const facts = desk.getByRole('article').getByRole('heading', { name: say('plan'), exact: true });
    await facts.waitFor();
    const clip = await desk.locator('article video').boundingBox();
    const below = await facts.boundingBox();
    expect((clip?.y ?? 0) + (clip?.height ?? 0)).toBeLessThan(below?.y ?? 0);
  });
});
