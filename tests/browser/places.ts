import type { Page } from 'playwright-core';
import type { Say } from '../../src/web/app/language/say.ts';
import { decideBy } from './decide-by.ts';

/** Who is looking: each has a browser of their own. */
export type Viewer = 'visitor' | 'curator';

export interface Place {
  name: string;
  /** Its layout is compared with how it was; see `layout-of.ts`. */
  laidOut?: true;
  viewer: Viewer;
  go: (page: Page, say: Say) => Promise<unknown>;
}

async function openCard(page: Page, say: Say): Promise<void> {
  await page.goto('/desk');
  await page
    .getByRole('navigation', { name: say('queue') })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('article').waitFor();
}

/** Every page and what opens in it, with the way there. Wants two delivered clips and two waiting requests. */
export const PLACES: readonly Place[] = [
  {
    name: 'the room',
    laidOut: true,
    viewer: 'visitor',
    go: async (page) => {
      await page.goto('/');
      await page.locator('video').first().waitFor();
    },
  },
  {
    name: 'the options of the composer, in which a clip is to be made anew',
    viewer: 'visitor',
    go: async (page, say) => {
      const { results } = await (await page.request.get('/api/results')).json();
      await page.goto(`/?remix=${results[0].id}`);
      await page.getByRole('button', { name: say('remixDrop') }).waitFor();
      await page.getByRole('button', { name: say('optionsButton') }).click();
      await page.getByRole('slider').waitFor();
    },
  },
  {
    name: 'one’s own requests',
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/mine');
      await page.getByText(say('emptyMine')).waitFor();
    },
  },
  {
    name: 'what is kept of one',
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/me');
      await page.getByText(say('emptyMine')).waitFor();
      await page.getByRole('button', { name: say('joinGetCode') }).click();
      await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).waitFor();
    },
  },
  {
    name: 'deleting everything of one',
    viewer: 'curator',
    go: async (page, say) => {
      await page.goto('/me');
      await page.getByRole('button', { name: say('mineDelete') }).click();
      await page.getByRole('dialog').getByRole('checkbox').check();
    },
  },
  {
    name: 'the results',
    laidOut: true,
    viewer: 'visitor',
    go: async (page) => {
      await page.goto('/results');
      await page.getByRole('article').first().waitFor();
    },
  },
  {
    name: 'the calls',
    viewer: 'curator',
    go: async (page, say) => {
      await page.goto('/desk/calls');
      await page.getByRole('article').first().waitFor();
      await page.getByText(say('callStateStanding')).waitFor();
    },
  },
  {
    name: 'opening a call',
    viewer: 'curator',
    go: async (page, say) => {
      await page.goto('/desk/calls');
      await page.getByRole('button', { name: say('callOpenNew') }).click();
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: say('callTheme'), exact: true })
        .waitFor();
    },
  },
  {
    name: 'telling everybody of a call',
    viewer: 'curator',
    go: async (page, say) => {
      await page.goto('/desk/calls');
      await page
        .getByRole('button', { name: say('callTell', { count: 1 }) })
        .first()
        .click();
      await page.getByRole('form', { name: say('announceInRoom') }).waitFor();
    },
  },
  {
    name: 'a call that is over, with who won and its reel',
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/results?call=over');
      await page.locator('.winners tbody tr').first().waitFor();
      await page.getByRole('region', { name: say('reelTitle') }).waitFor();
    },
  },
  {
    name: 'results that nothing was found among',
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/results?window=2020-W01');
      await page.getByRole('heading', { name: say('emptyResults') }).waitFor();
    },
  },
  {
    name: 'the board',
    laidOut: true,
    viewer: 'visitor',
    go: async (page, say) => {
      const { results } = await (await page.request.get('/api/results')).json();
      const headers = { 'x-open-call': '1', origin: new URL(page.url()).origin };
      await page.request.put(`/api/clips/${results[0].id}/vote`, { headers });
      await page.goto('/board');
      await page.getByRole('columnheader', { name: say('boardAtLeast') }).waitFor();
    },
  },
  {
    name: 'a clip’s page',
    laidOut: true,
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/results?order=newest');
      await page
        .getByRole('link', { name: new RegExp(`^${say('openClip')}`) })
        .first()
        .click();
      await page.getByRole('group', { name: say('versionsTitle') }).waitFor();
      await page.getByText(say('verifyCredentialsOurs')).waitFor();
    },
  },
  {
    name: 'the duels',
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/duels');
      await page.getByRole('article', { name: say('duelLeft') }).waitFor();
      await page.getByRole('heading', { name: say('standingTitle') }).waitFor();
    },
  },
  {
    name: 'where a clip comes from',
    viewer: 'visitor',
    go: async (page, say) => {
      const { results } = await (await page.request.get('/api/results')).json();
      const buffer = await (await page.request.get(results[0].clip.videoUrl)).body();
      await page.goto('/verify');
      await page.getByLabel(say('verifyChoose')).setInputFiles({ name: 'clip.mp4', mimeType: 'video/mp4', buffer });
      await page.getByRole('heading', { name: say('verifyMade') }).waitFor();
      await page.getByText(say('verifyCredentialsOurs')).waitFor();
    },
  },
  {
    name: 'how a request on X stands, that nobody has heard of',
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/asked?post=1234567890');
      await page.getByText(say('askedUnknown')).waitFor();
    },
  },
  {
    name: 'the closed desk',
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/desk');
      await page.getByRole('heading', { name: say('deskClosedTitle') }).waitFor();
    },
  },
  {
    name: 'signing in',
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/sign-in?token=not-used');
      await page.getByRole('button', { name: say('signInButton') }).waitFor();
    },
  },
  {
    name: 'an address that leads nowhere',
    viewer: 'visitor',
    go: async (page, say) => {
      await page.goto('/nowhere');
      await page.getByRole('heading', { name: say('notFoundTitle') }).waitFor();
    },
  },
  { name: 'the desk', laidOut: true, viewer: 'curator', go: openCard },
  {
    name: 'declining at the desk',
    viewer: 'curator',
    go: async (page, say) => {
      await openCard(page, say);
      await decideBy('d', page);
      await page.getByRole('heading', { name: say('declineTitle') }).waitFor();
    },
  },
  {
    name: 'the sentences that curators keep',
    viewer: 'curator',
    go: async (page, say) => {
      await openCard(page, say);
      await decideBy('d', page);
      await page.getByRole('button', { name: say('sentencesTitle') }).click();
      await page.getByRole('dialog').getByText(say('sentencesNone')).waitFor();
    },
  },
  {
    name: 'editing at the desk',
    viewer: 'curator',
    go: async (page, say) => {
      await openCard(page, say);
      await decideBy('e', page);
      await page.getByRole('textbox', { name: say('editedPrompt') }).waitFor();
    },
  },
  {
    name: 'the desk’s commands',
    viewer: 'curator',
    go: async (page, say) => {
      await openCard(page, say);
      await page.keyboard.press('p');
      await page.getByRole('combobox', { name: say('paletteFind') }).waitFor();
    },
  },
  {
    name: 'declining several at the desk',
    viewer: 'curator',
    go: async (page, say) => {
      await openCard(page, say);
      await page.keyboard.press('x');
      await page.getByRole('button', { name: say('bulkDecline') }).click();
      await page.getByRole('heading', { name: say('bulkTitle', { count: 1 }) }).waitFor();
    },
  },
  {
    name: 'how a curator is shown what is grave',
    viewer: 'curator',
    go: async (page, say) => {
      await openCard(page, say);
      await page.getByRole('button', { name: say('care'), exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('careSave') })
        .waitFor();
    },
  },
  {
    name: 'the people at the desk, and who came and went',
    viewer: 'curator',
    go: async (page, say) => {
      await openCard(page, say);
      await page.getByRole('button', { name: say('people'), exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('heading', { name: say('auditTitle') })
        .waitFor();
    },
  },
  {
    name: 'the desk’s figures',
    viewer: 'curator',
    go: async (page, say) => {
      await page.goto('/desk/figures');
      await page.getByText(say('figuresNumbers')).first().click();
      await page.getByRole('heading', { name: say('figuresCurators') }).waitFor();
    },
  },
  {
    name: 'the desk’s keys',
    viewer: 'curator',
    go: async (page, say) => {
      await openCard(page, say);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
];
