import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSay } from '../../src/web/app/language/say.ts';
import { describeWith } from '../services.ts';
import { openTestPages, type TestPages } from './open-test-pages.ts';

/** Longer than any of these takes: what can be taken back stays there. */
const UNDO_SECONDS = '60';

describeWith('chromium', 'what a curator reads stays in its place', () => {
  let pages: TestPages;
  beforeAll(async () => {
    pages = await openTestPages({ UNDO_SECONDS });
  });
  afterAll(async () => {
    await pages?.close();
    expect(pages.faults).toEqual([]);
  });

  const box = async (part: Locator) => {
    const found = await part.boundingBox();
    if (!found) throw new Error('It is not shown');
    return { top: found.y, bottom: found.y + found.height };
  };

  it.each([
    ['en', 1280],
    ['ar', 1280],
    ['en', 1024],
    ['ar', 390],
  ] as const)('when something can be taken back (%s, %i wide)', async (language, width) => {
    const say = createSay(language);
    for (const prompt of ['A tram that sells bread', 'A tram that sells milk']) await pages.ask(prompt);
    const desk = await pages.curate('Noor', { language });
    await desk.setViewportSize({ width, height: 800 });
    await desk
      .getByRole('navigation', { name: say('queue') })
      .getByRole('button')
      .first()
      .click();
    const card = desk.getByRole('article');
    const approve = card.getByRole('button', { name: say('approve'), exact: true });
    await approve.waitFor();
    const before = await box(card);
    await approve.click();
    const taken = desk.getByRole('region', { name: say('undoTitle') });
    await taken.getByRole('button', { name: say('undo') }).waitFor();
    await approve.waitFor();
    expect((await box(card)).top).toBe(before.top);
    // Nothing lies over what is pressed, nor over the first of what is read.
    for (const part of [approve, taken.getByRole('button', { name: say('undo') })]) await part.click({ trial: true });
    expect((await box(card.getByRole('paragraph').first())).bottom).toBeLessThan((await box(approve)).top);
    await pages.letUndoPass();
    await desk.context().close();
  });

  it.each(['en', 'ar'] as const)('and all that the bar offers is in one line (%s)', async (language) => {
    const say = createSay(language);
    const desk = await pages.curate('Noor with a rather long name', { language });
    const title = desk.getByRole('heading', { name: say('deskTitle') });
    const middle = async (part: Locator) => {
      const { top, bottom } = await box(part);
      return (top + bottom) / 2;
    };
    for (const text of ['figures', 'care', 'people', 'votesOpen', 'invite', 'signOut'] as const) {
      const button = desk.getByText(say(text), { exact: true }).first();
      expect(Math.abs((await middle(button)) - (await middle(title))), text).toBeLessThan(4);
    }
    await desk.context().close();
  });
});
