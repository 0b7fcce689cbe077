import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSay } from '../../src/web/app/language/say.ts';
import { describeWith, waitUntil } from '../services.ts';
import { decideBy } from './decide-by.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';

const ASKED = {
  en: 'A paper boat sails down a rainy street',
  ar: 'قارب ورقي يبحر في شارع ماطر',
};
/** Of a video element, what is asked here; the tests know no browser's types. */
interface Video {
  currentTime: number;
  videoWidth: number;
  videoHeight: number;
}

const OTHER = { en: 'Three whales above a city', ar: 'ثلاثة حيتان فوق مدينة' };

describeWith('chromium', 'a request’s whole life on the pages', () => {
  let pages: TestPages;
  beforeAll(async () => {
    pages = await openTestPages();
  });
  afterAll(() => pages?.close());

  describe.each(['en', 'ar'] as const)('in %s, by keyboard alone', (language) => {
    const say = createSay(language);

    it('is asked for, approved, made, played and voted for', async () => {
      const requester = await pages.visit('/', { language });
      expect(await requester.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      await write(requester, say('composerLabel'), `${ASKED[language]} --ar 1:1 --seconds 2 --resolution 360`);
      const thread = requester.getByRole('article').filter({ hasText: ASKED[language] });
      await thread.getByText(say('bot'), { exact: true }).waitFor();

      const curator = await pages.visit(await pages.signInPath(`curator-${language}`), { language });
      await press(curator, curator.getByRole('button', { name: say('signInButton') }));
      await curator.getByRole('heading', { level: 1, name: say('deskTitle') }).waitFor();
      const card = curator.getByRole('article', { name: ASKED[language] });
      await card.waitFor();
      await decideBy('a', curator);
      await curator.getByText(say('emptyWaiting')).waitFor();

      // Nobody loads the page again: progress and clip come by themselves.
      await thread.getByRole('progressbar').waitFor();
      const video = thread.locator('video');
      await video.waitFor({ timeout: 90_000 });
      await press(requester, thread.getByRole('button', { name: say('play') }));
      await waitUntil(() => video.evaluate<boolean, Video>((it) => it.currentTime > 1), 'Playing');
      expect(await video.evaluate<number, Video>((it) => it.videoWidth / it.videoHeight)).toBe(1);

      const voter = await pages.visit('/results', { language });
      const clip = voter.getByRole('article').filter({ hasText: ASKED[language] });
      const vote = clip.getByRole('button', { name: new RegExp(`^${say('voteFor', { prompt: ASKED[language] })}`) });
      await press(voter, vote);
      await waitUntil(async () => (await vote.getAttribute('aria-pressed')) === 'true', 'The vote');
      await clip
        .getByText(say('votes', { count: 1 }))
        .first()
        .waitFor();
      await press(voter, vote);
      await waitUntil(async () => (await vote.getAttribute('aria-pressed')) === 'false', 'The vote taken back');
      const own = await pages.again(requester, '/results');
      const ownVote = own.getByRole('article').filter({ hasText: ASKED[language] }).locator('[aria-pressed]');
      await waitUntil(async () => (await ownVote.getAttribute('aria-disabled')) === 'true', 'One’s own to be known');

      await press(requester, thread.getByRole('link', { name: new RegExp(`^${say('openClip')}`) }));
      await requester.waitForURL(/\/clips\//);
      await requester.getByRole('heading', { level: 1, name: ASKED[language] }).waitFor();
    });

    it('is changed and then withdrawn before anybody decided', async () => {
      const requester = await pages.visit('/', { language });
      await write(requester, say('composerLabel'), OTHER[language]);
      const thread = requester.getByRole('article').filter({ hasText: OTHER[language] });
      await press(requester, thread.getByRole('button', { name: say('edit') }));
      await thread.getByRole('textbox').and(requester.locator(':focus')).waitFor();
      await requester.keyboard.press('End');
      await requester.keyboard.type(' --seconds 3');
      await requester.keyboard.press('Control+Enter');
      await thread.getByText('--seconds 3').waitFor();
      await thread.getByText(say('edited')).waitFor();

      const curator = await pages.curate(`curator-${language}`, { language });
      await curator.getByRole('article', { name: OTHER[language] }).waitFor();
      await press(requester, thread.getByRole('button', { name: say('withdraw') }));
      await press(requester, requester.getByRole('button', { name: say('withdrawYes') }));
      await waitUntil(async () => (await requester.getByText(OTHER[language]).count()) === 0, 'The withdrawal');
      await requester.getByText(say('removedPost')).last().waitFor();
      await curator.getByText(say('stateWithdrawn')).first().waitFor();
    });
  });

  it('is voted for before the page has read how its clips stand, and that is not undone by what it reads', async () => {
    const say = createSay('en');
    const voter = await pages.visit('/board');
    let voted = () => {};
    const vote = new Promise<void>((resolve) => {
      voted = resolve;
    });
    await voter.route('**/api/clips/standing?*', async (route) => {
      const response = await route.fetch();
      await vote;
      await route.fulfill({ response });
    });
    await voter.goto('/results');
    const button = voter.getByRole('article').filter({ hasText: ASKED.en }).locator('[aria-pressed]');
    const answered = voter.waitForResponse((response) => response.request().method() === 'PUT');
    await press(voter, button);
    await answered;
    const read = voter.waitForResponse(/clips\/standing/);
    voted();
    await (await read).finished();
    await press(voter, button);
    await waitUntil(async () => (await button.getAttribute('aria-pressed')) === 'false', 'The vote taken back');
    const counted = say('votes', { count: 0 });
    await waitUntil(async () => (await button.textContent())?.includes(counted), 'The count');
  });

  it('is gone with everything else when its requester deletes all, who is told so where they look', async () => {
    const say = createSay('en');
    const requester = await pages.visit('/', { phone: true });
    for (const prompt of ['A train of clouds', 'A train of glass']) await pages.ask(prompt, requester);
    await requester.goto('/me');
    await requester.getByText('A train of clouds').waitFor();
    await press(requester, requester.getByRole('button', { name: say('mineDelete') }));
    const dialog = requester.getByRole('dialog');
    await dialog.getByRole('checkbox').check();
    await press(requester, dialog.getByRole('button', { name: say('mineDelete') }));
    const told = requester.getByText(say('mineDeleted', { count: 2 }));
    await told.waitFor();
    await waitUntil(async () => ((await told.boundingBox())?.y ?? -1) >= 0, 'The page to show it');
    await requester.getByText(say('emptyMine')).waitFor();
  });

  it('ends with thanks where its call was closed and nobody chose it, in the language of who asked', async () => {
    const [say, sayInArabic] = [createSay('en'), createSay('ar')];
    const operator = await pages.curate('Ora');
    await operator.goto('/desk/calls');
    await operator.getByRole('button', { name: say('callOpenNew') }).click();
    const form = operator.getByRole('dialog');
    await form.getByRole('textbox', { name: say('callTheme'), exact: true }).fill('Lanterns');
    await form.getByLabel(say('callChoosing')).fill('0');
    await form.getByRole('button', { name: say('callOpenNew') }).click();
    const call = operator.getByRole('article', { name: 'Lanterns' });
    await call.getByText(say('callState-open'), { exact: true }).waitFor();

    const requester = await pages.visit('/', { language: 'ar' });
    await write(requester, sayInArabic('composerLabel'), 'فانوس فوق حقل من القمح');
    const thread = requester.getByRole('article').filter({ hasText: 'فانوس' });
    await thread.getByText(sayInArabic('bot'), { exact: true }).waitFor();

    await call.getByRole('button', { name: say('callClose') }).click();
    await operator
      .getByRole('dialog')
      .getByRole('button', { name: say('callClose') })
      .click();
    await call.getByText(say('callState-over'), { exact: true }).waitFor();
    await thread.getByText('انتهت هذه الدعوة ولم يقع الاختيار على طلبك هذه المرة').waitFor();
  });

  it('broke nothing on the way, and nothing that the security policy forbids', () => {
    expect(pages.faults).toEqual([]);
  });
});

async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
}

/** Presses a button as one does without a pointer. */
async function press(page: Page, button: ReturnType<Page['getByRole']>): Promise<void> {
  await waitUntil(() => button.isEnabled(), 'The button to be one that can be pressed');
  await button.focus();
  await page.keyboard.press('Enter');
}
