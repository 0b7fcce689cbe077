import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSay } from '../../src/web/app/language/say.ts';
import { describeWith } from '../services.ts';
import { type ImagesSimulator, startImagesSimulator } from '../simulators/engines/images/images-simulator.ts';
import { decideBy } from './decide-by.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';

const say = createSay('en');

describeWith('chromium', 'the review desk in a browser', () => {
  let pages: TestPages;
  let images: ImagesSimulator;
  let open: { context(): { close(): Promise<void> } }[] = [];
  beforeAll(async () => {
    images = await startImagesSimulator({ dialect: 'openai' });
    pages = await openTestPages({
      UNDO_SECONDS: '8',
      STILL_MODEL: 'gpt-image-2',
      STILL_URL: images.url,
      PICTURE_CHECK: 'off',
    });
  });
  afterAll(async () => {
    await pages?.close();
    await images?.close();
  });
  beforeEach(() => {
    open = [];
  });
  afterEach(async () => {
    for (const page of open) await page.context().close();
    expect(pages.faults).toEqual([]);
  });

  const curate = async (name: string) => {
    const page = await pages.curate(name);
    open.push(page);
    return page;
  };

  it('declines in three keys, and the requester reads why', async () => {
    const requester = await pages.visit('/');
    open.push(requester);
    const prompt = 'A map of the moon, drawn by mice';
    await pages.ask(prompt, requester);
    const desk = await curate('Noor');
    await desk.getByRole('article', { name: prompt }).waitFor();
    await decideBy('d', desk);
    await desk.keyboard.press('3');
    await desk.keyboard.type('Try one mouse');
    await desk.keyboard.press('Enter');
    await desk.getByText(say('emptyWaiting')).waitFor();
    await pages.letUndoPass();
    const thread = requester.getByRole('article').filter({ hasText: prompt });
    await thread.getByText('Try one mouse').waitFor();
  });

  it('tells whoever is declined a sentence that a curator kept, in their language', async () => {
    const kept = { en: 'Boats are over for today', ar: 'انتهت القوارب لهذا اليوم' };
    const requester = await pages.visit('/', { language: 'ar' });
    open.push(requester);
    await pages.ask('قارب من ضوء', requester, 'ar');
    const desk = await curate('Noor');
    await desk.getByRole('article', { name: 'قارب من ضوء' }).waitFor();
    await decideBy('d', desk);
    await desk.getByRole('button', { name: say('sentencesTitle') }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox', { name: say('sentenceEnglish') }).fill(kept.en);
    await dialog.getByRole('textbox', { name: say('sentenceArabic') }).fill(kept.ar);
    await desk.keyboard.press('Enter');
    await dialog.getByRole('listitem').getByText(kept.en).first().waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('radio').nth(4).focus();
    await desk.keyboard.press('t');
    const choice = desk.getByRole('combobox', { name: say('sentenceChoose') });
    expect(await choice.evaluate<boolean, { matches(selector: string): boolean }>((it) => it.matches(':focus'))).toBe(
      true,
    );
    await choice.selectOption({ label: kept.en });
    const note = desk.getByRole('textbox', { name: say('note') });
    expect(await note.inputValue()).toBe(kept.ar);
    await note.press('Enter');
    await desk.getByText(say('emptyWaiting')).waitFor();
    await pages.letUndoPass();
    await requester.getByText(kept.ar).first().waitFor();
  });

  it('shows a still that was asked for by a key as soon as it is made', async () => {
    const prompt = 'A kite over the harbour';
    await pages.ask(prompt);
    const desk = await curate('Noor');
    const card = desk.getByRole('article', { name: prompt });
    await card.waitFor();
    await decideBy('i', desk);
    await card.getByRole('img', { name: say('stillAlt') }).waitFor();
    await card.getByText(say('stillBegins')).waitFor();
    expect(images.bill).toHaveLength(1);
    await desk.keyboard.press('a');
    await desk.getByText(say('emptyWaiting')).waitFor();
  });

  it('lets no letter decide while a reason is chosen', async () => {
    const prompt = 'A violin made of rain';
    const id = await pages.ask(prompt);
    const desk = await curate('Noor');
    await desk.getByRole('article', { name: prompt }).waitFor();
    await decideBy('d', desk);
    await desk.getByRole('radio').nth(4).focus();
    await desk.keyboard.press('a');
    await desk.keyboard.press('Escape');
    const card = desk.getByRole('article', { name: prompt });
    await card.getByRole('button', { name: say('approve'), exact: true }).waitFor();
    expect(await card.getByText(say('stateInReview')).count()).toBe(1);
    await desk.keyboard.press('e');
    const editor = desk.getByRole('textbox', { name: say('editedPrompt') });
    await editor.fill('A violin made of rain, at night --not an option');
    await desk.keyboard.press('Control+Enter');
    await desk.getByText(say('emptyWaiting')).waitFor();
    await pages.letUndoPass();
    await desk.goto(`/desk?view=decided&request=${id}`);
    // The queue's lines tell their state in the same word for a moment: it is the card's history that is meant.
    await desk.getByRole('article').getByRole('listitem').getByText(say('eventApproved')).waitFor();
  });

  it('takes a decision back by a key, and decides several at once, by keys', async () => {
    const prompts = ['A tram that sells bread', 'A tram that sells milk'];
    for (const prompt of prompts) await pages.ask(prompt);
    const desk = await curate('Noor');
    await desk.getByRole('article', { name: prompts[0] ?? '' }).waitFor();
    await decideBy('a', desk);
    await desk.getByRole('article', { name: prompts[1] ?? '' }).waitFor();
    const taken = desk.getByRole('region', { name: say('undoTitle') }).getByRole('listitem');
    await taken.getByText(say('didApprove')).waitFor();
    await taken.getByRole('button', { name: say('undo') }).waitFor();
    // There is room for the beginning of its words alone: the card has them all.
    await taken.getByRole('button', { name: prompts[0] ?? '' }).click();
    await desk.getByRole('article', { name: prompts[0] ?? '' }).waitFor();
    await desk.keyboard.press('z');
    const waits = desk.getByRole('navigation', { name: say('queue') }).getByRole('button', { name: prompts[0] ?? '' });
    await waits.waitFor();
    await desk.getByText(/You hold this until/).waitFor();
    await desk.keyboard.press('p');
    await desk.getByRole('combobox', { name: say('paletteFind') }).waitFor();
    await desk.keyboard.type(say('chooseShown').slice(0, 10));
    await desk.keyboard.press('Enter');
    await desk.getByText(say('chosen', { count: 2 })).waitFor();
    await desk.getByRole('button', { name: say('bulkDecline') }).focus();
    await desk.keyboard.press('Enter');
    await desk.getByRole('heading', { name: say('bulkTitle', { count: 2 }) }).waitFor();
    const send = desk.getByRole('button', { name: say('bulkGo', { count: 2 }) });
    expect(await send.isDisabled()).toBe(true);
    // The reason has the focus: it is chosen, and nothing is sent before.
    await desk.keyboard.press('ArrowDown');
    await desk.getByRole('combobox', { name: say('declineTitle') }).selectOption('not-now');
    await send.press('Enter');
    await desk.getByText(say('bulkDone', { count: 2 })).waitFor();
    await desk.keyboard.press('Enter');
    await desk.getByText(say('emptyWaiting')).waitFor();
  });

  it('merges two of the same and puts one aside, by keys', async () => {
    const [first, second] = [
      'A kite that knits a scarf by the sea',
      'A kite that knits a red scarf by the sea',
    ] as const;
    for (const prompt of [first, second]) await pages.ask(prompt);
    const desk = await curate('Noor');
    await desk.getByRole('article', { name: first, exact: true }).waitFor();
    await decideBy('m', desk);
    await desk.getByRole('region', { name: say('mergeTitle') }).waitFor();
    await desk.keyboard.press('1');
    await desk.getByRole('article', { name: second, exact: true }).waitFor();
    await desk
      .getByRole('button', { name: say('undo') })
      .first()
      .waitFor();
    await pages.letUndoPass();
    // The page is told.
    await desk.getByText(say('mergedHere', { count: 1 })).waitFor();
    await decideBy('h', desk);
    await desk.getByText(say('holdTitle')).first().waitFor();
    await desk.keyboard.press('3');
    await desk.keyboard.type('ask the museum');
    await desk.keyboard.press('Enter');
    await desk.getByText(say('emptyWaiting')).waitFor();
    await desk.getByRole('radio', { name: say('viewHeld') }).click({ force: true });
    const aside = desk.getByRole('article', { name: second, exact: true });
    await aside.getByText('ask the museum').first().waitFor();
    await decideBy('h', desk);
    await aside.waitFor({ state: 'detached' });
    await desk.getByRole('radio', { name: say('viewWaiting') }).click({ force: true });
    await desk
      .getByRole('navigation', { name: say('queue') })
      .getByText(second, { exact: true })
      .click();
    await desk.getByRole('article', { name: second, exact: true }).waitFor();
    await decideBy('d', desk);
    await desk.keyboard.press('1');
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: say('undo') }).waitFor();
  });

  it('invites another curator, by keyboard, whose link signs them in', async () => {
    const desk = await curate('Noor');
    await desk.getByRole('button', { name: say('invite') }).focus();
    await desk.keyboard.press('Enter');
    await desk.getByRole('textbox', { name: say('inviteName') }).focus();
    await desk.keyboard.type('@bo');
    await desk.keyboard.press('Enter');
    await desk.getByRole('alert').waitFor();
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('Bo');
    await desk.keyboard.press('Enter');
    const made = desk.getByRole('textbox', { name: say('inviteLink') });
    await made.waitFor();
    const { pathname, search } = new URL(await made.inputValue());
    const invited = await pages.visit(pathname + search);
    open.push(invited);
    await invited.getByRole('button', { name: say('signInButton') }).click();
    await invited.getByText(say('signedInAs', { name: 'Bo' })).waitFor();

    // What is changed of them afterwards holds at once: the role, the session, and whether they come in at all.
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: say('people'), exact: true }).click();
    const dialog = desk.getByRole('dialog', { name: say('peopleTitle') });
    const role = dialog.getByRole('combobox', { name: say('roleOf', { name: 'Bo' }) });
    const changed = desk.waitForResponse((answer) => answer.url().endsWith('/api/desk/people/Bo'));
    await role.selectOption('lead');
    await changed;
    await invited.reload();
    await invited.getByRole('button', { name: say('invite') }).waitFor();
    await dialog.getByRole('button', { name: /^End the session of Bo / }).click();
    await dialog.getByRole('button', { name: /^End the session of Bo / }).waitFor({ state: 'detached' });
    await invited.reload();
    await invited.getByRole('heading', { name: say('deskClosedTitle') }).waitFor();
    await dialog.getByRole('button', { name: say('peopleRemoveName', { name: 'Bo' }) }).click();
    await role.waitFor({ state: 'detached' });
  });

  it('shows a clip that was held back behind a blur, and its frames, until a curator lifts it', async () => {
    const id = await pages.holdBack('A bath for two elephants');
    const desk = await curate('Noor');
    await desk.goto(`/desk?view=decided&request=${id}`);
    const card = desk.getByRole('article');
    await card.getByRole('button', { name: say('holdVeil') }).waitFor();
    // What is inert can be neither pressed nor read out.
    expect(await card.locator('[inert]').locator('video, img').count()).toBe(2);
    // The tests know no browser's types.
    const blur = await desk.evaluate<string>("getComputedStyle(document.querySelector('article [inert]')).filter");
    expect(blur).toContain('blur');
    await desk.keyboard.down('b');
    await card.getByRole('img', { name: say('contactSheet') }).waitFor();
    expect(await card.locator('[inert]').count()).toBe(0);
    expect(await desk.evaluate<boolean>("document.querySelector('article video').muted")).toBe(true);
    await desk.keyboard.up('b');
    await card.locator('[inert]').waitFor();
    // Chosen otherwise, one press is enough.
    await desk.getByRole('button', { name: say('care'), exact: true }).click();
    await desk.getByRole('radio', { name: say('revealLeft') }).check({ force: true });
    await desk.getByRole('button', { name: say('careSave') }).click();
    await card.getByRole('button', { name: say('liftVeil') }).click();
    await card.getByRole('img', { name: say('contactSheet') }).waitFor();
    expect(await card.locator('[inert]').count()).toBe(0);
  });

  it('suggests a break after as many grave ones in a row as its curator chose, and goes on when told to', async () => {
    const grave = [
      'A robbery with blood everywhere',
      'A painter with blood everywhere',
      'A cook with blood everywhere',
    ];
    for (const prompt of grave) await pages.ask(prompt);
    const desk = await curate('Rana');
    await desk.getByRole('button', { name: say('care'), exact: true }).click();
    await desk.getByRole('textbox', { name: say('careBreak') }).fill('2');
    await desk.getByRole('button', { name: say('careSave') }).click();
    // Keys are the dialog's as long as it is there.
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    const note = desk.getByRole('status').filter({ hasText: say('breakTitle') });
    for (const prompt of grave.slice(0, 2)) {
      await desk.getByRole('article', { name: prompt }).waitFor();
      expect(await note.count()).toBe(0);
      await decideBy('d', desk);
      await desk.keyboard.press('7');
      await desk.keyboard.press('Enter');
    }
    await note.getByText(say('breakHint', { count: 2 })).waitFor();
    // Nothing is kept from whoever goes on.
    await desk.getByRole('article', { name: grave[2] ?? '' }).waitFor();
    await note.getByRole('button', { name: say('breakTaken') }).click();
    await note.waitFor({ state: 'detached' });
    await decideBy('d', desk);
    await desk.keyboard.press('7');
    await desk.keyboard.press('Enter');
    await desk.getByText(say('emptyWaiting')).waitFor();
    expect(await note.count()).toBe(0);
  });

  it('shows who holds a request, and does not let two decide it', async () => {
    const prompt = 'A door in the middle of the sea';
    await pages.ask(prompt);
    const first = await curate('Amal');
    await first.getByText(/You hold this until/).waitFor();
    const second = await curate('Bo');
    await second
      .getByRole('navigation', { name: say('queue') })
      .getByText(prompt)
      .click();
    await second.getByText(say('heldBy', { name: 'Amal' })).waitFor();
    await decideBy('a', second);
    await second.getByRole('alert').getByText(/Amal/).waitFor();
    await decideBy('s', first);
    await first.getByText(say('escalatedMark')).first().waitFor();
    await first.keyboard.press('r');
    await second.keyboard.press('d');
    await second.keyboard.press('7');
    await second.keyboard.press('Enter');
    await second.getByText(say('emptyWaiting')).waitFor();
  });

  it('moves by keys and opens nothing that arrives by itself', async () => {
    const desk = await curate('Noor');
    await desk.getByText(say('emptyWaiting')).waitFor();
    await pages.ask('A clock that ticks in colours');
    await pages.ask('A staircase of pianos');
    const line = (prompt: string) => desk.getByRole('button', { name: prompt });
    await line('A staircase of pianos').waitFor();
    expect(await desk.getByRole('article').count()).toBe(0);
    await desk.keyboard.press('j');
    await desk.getByRole('article', { name: 'A clock that ticks in colours' }).waitFor();
    await desk.keyboard.press('ArrowDown');
    await desk.getByRole('article', { name: 'A staircase of pianos' }).waitFor();
    expect(await line('A staircase of pianos').getAttribute('aria-current')).toBe('true');
    await desk.keyboard.press('k');
    await desk.getByRole('article', { name: 'A clock that ticks in colours' }).waitFor();
  });

  it('opens with a link once, and only when its button is pressed', async () => {
    const path = await pages.signInPath('Once');
    const looker = await pages.visit(path);
    const page = await pages.visit(path);
    open.push(looker, page);
    await page.getByRole('button', { name: say('signInButton') }).click();
    await page.getByText(say('signedInAs', { name: 'Once' })).waitFor();
    await looker.getByRole('button', { name: say('signInButton') }).click();
    await looker.getByRole('alert').waitFor();
    await page.getByRole('button', { name: say('signOut') }).click();
    await page.getByRole('heading', { name: say('deskClosedTitle') }).waitFor();
  });
});
