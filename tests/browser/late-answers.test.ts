import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSay } from '../../src/web/app/language/say.ts';
import { describeWith, waitUntil } from '../services.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';

const say = createSay('en');

describeWith('chromium', 'an answer that comes late', () => {
  let pages: TestPages;
  beforeAll(async () => {
    pages = await openTestPages();
  });
  afterAll(() => pages?.close());

  it('leaves the letters that are typed meanwhile no say in what comes', async () => {
    const prompt = 'A ladder that leads into a cloud';
    await pages.ask(prompt);
    const desk = await pages.curate('Noor');
    const card = desk.getByRole('article', { name: prompt });
    await card.waitFor();
    const reading = await holdBack(desk, '**/api/desk?*');
    const sent: string[] = [];
    desk.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.postDataJSON()?.action);
    });
    await desk.reload();
    await desk.getByRole('button', { name: say('palette') }).waitFor();
    // By the page itself: keys that come from outside may be further apart than those of one run.
    const typing = desk.evaluate(TYPE_ON_UNTIL_THE_CARD);
    await reading.end();
    await typing;
    expect(await desk.getByText(say('declineTitle')).count()).toBe(0);
    expect(sent.filter((action) => action !== 'claim')).toEqual([]);
    // After a pause the keys are about it.
    await expect
      .poll(
        async () => {
          await desk.keyboard.press('d');
          return desk.getByText(say('declineTitle')).count();
        },
        { interval: 1000, timeout: 10_000 },
      )
      .toBeGreaterThan(0);
    await desk.keyboard.press('7');
    await desk.keyboard.press('Enter');
    await desk.getByText(say('emptyWaiting')).waitFor();
  });

  it('does not take away a sentence that was kept', async () => {
    await pages.ask('A lift to the clouds');
    const desk = await pages.curate('Noor');
    await desk.getByRole('article', { name: 'A lift to the clouds' }).waitFor();
    const reading = await holdBack(desk, '**/api/desk/sentences');
    await desk.getByRole('button', { name: say('decline'), exact: true }).click();
    await reading.begun;
    await desk.getByRole('button', { name: say('sentencesTitle') }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox', { name: say('sentenceEnglish') }).fill('Lifts are over');
    await dialog.getByRole('textbox', { name: say('sentenceArabic') }).fill('انتهت المصاعد');
    await desk.keyboard.press('Enter');
    const kept = dialog.getByRole('listitem').getByText('Lifts are over').first();
    await kept.waitFor();
    await reading.end();
    expect(await kept.count()).toBe(1);
  });

  it('is waited for where it is what one changes', async () => {
    const desk = await pages.curate('Rana');
    const open = () => desk.getByRole('button', { name: say('care'), exact: true }).click();
    const save = desk.getByRole('button', { name: say('careSave') });
    const chosen = desk.getByRole('radio', { name: say('revealLeft') });
    await open();
    await chosen.check({ force: true });
    await save.click();
    await save.waitFor({ state: 'detached' });
    const reading = await holdBack(desk, '**/api/desk/care');
    await desk.reload();
    await reading.begun;
    await open();
    await desk.getByRole('dialog').waitFor();
    await reading.end();
    await save.waitFor();
    expect(await chosen.isChecked()).toBe(true);
  });

  it('does not undo a vote', async () => {
    const prompt = 'A stair of paper moons';
    const id = await pages.ask(prompt);
    const voter = await pages.visit('/');
    const support = voter.getByRole('article').filter({ hasText: prompt }).locator('[aria-pressed]');
    await support.waitFor();
    const reading = await holdBack(voter, `**/api/requests/${id}`);
    const desk = await pages.curate('Amal');
    await desk.getByRole('article', { name: prompt }).waitFor();
    await desk.getByRole('button', { name: say('escalate') }).click();
    await reading.begun;
    const answered = voter.waitForResponse((response) => response.request().method() === 'PUT');
    await support.click();
    await answered;
    await waitUntil(async () => (await support.getAttribute('aria-pressed')) === 'true', 'The vote');
    await reading.end();
    expect(await support.getAttribute('aria-pressed')).toBe('true');
  });

  it('is waited for before what was changed is sent again', async () => {
    const prompt = 'A bridge of folded letters';
    const visitor = await pages.visit('/');
    await pages.ask(prompt, visitor);
    const thread = visitor.getByRole('article').filter({ hasText: prompt });
    await thread.getByRole('button', { name: say('edit') }).click();
    const sent: string[] = [];
    visitor.on('request', (request) => {
      if (request.method() === 'PATCH') sent.push(request.postDataJSON().text);
    });
    const answer = await holdBack(visitor, '**/api/room/posts/*');
    const field = thread.getByRole('textbox', { name: say('editLabel') });
    await field.fill(`${prompt}, at dawn`);
    await field.press('Control+Enter');
    await field.press('Control+Enter');
    await answer.begun;
    await field.press('Control+Enter');
    await answer.end();
    await field.waitFor({ state: 'detached' });
    expect(sent).toHaveLength(1);
  });
});

/** Types a letter every 30 ms until a card is there, and five letters more. */
const TYPE_ON_UNTIL_THE_CARD = `new Promise((typed) => {
  const letters = [...'d3a sad rasa'];
  let isThere = false;
  const typing = setInterval(() => {
    if (!isThere && document.querySelector('main article')) {
      isThere = true;
      letters.splice(0, Infinity, ...'asdah');
    }
    const key = letters.shift() ?? (isThere ? undefined : 'a');
    if (key === undefined) {
      clearInterval(typing);
      return typed();
    }
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, 30);
})`;

/** Holds the first answer from there back, as it was when it was asked for, until it is ended. */
async function holdBack(page: Page, from: string): Promise<{ begun: Promise<void>; end(): Promise<void> }> {
  const [begun, ended, given] = [0, 1, 2].map(() => Promise.withResolvers<void>()) as [Gate, Gate, Gate];
  await page.route(
    from,
    async (route) => {
      const response = await route.fetch();
      begun.resolve();
      await ended.promise;
      await route.fulfill({ response });
      given.resolve();
    },
    { times: 1 },
  );
  return {
    begun: begun.promise,
    async end() {
      ended.resolve();
      await given.promise;
      // What the page makes of it is there after another answer and a frame.
      await page.evaluate("fetch('/api/room').then(() => new Promise((seen) => requestAnimationFrame(() => seen())))");
    },
  };
}

type Gate = PromiseWithResolvers<void>;
