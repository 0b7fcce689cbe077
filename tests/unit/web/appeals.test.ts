import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RequestEvent } from '../../../src/requests/index.ts';
import type {
  DeskAnswer,
  DeskCard,
  DeskPage,
  ProblemView,
  RequestView,
  ThreadView,
} from '../../../src/web/api/contract.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());

const refused: RequestEvent = {
  kind: 'prompt-screened',
  verdict: {
    outcome: 'refuse',
    findings: [{ policy: 'hate', outcome: 'refuse', evidence: 'the very words', source: 'rules@1' }],
    screenedBy: ['rules@1'],
  },
};
/** Somebody who asked for something in the room. */
async function asker() {
  const browser = web.browser();
  return { browser, body: (await browser.post<ThreadView>({ text: '@opencall a boat' })).body };
}

const words = { words: 'it is for a play about it' };

it('is its requester’s only, once, and says so', async () => {
  const { browser: owner, body } = await asker();
  const request = await web.askBy(body, refused);
  const url = `/api/requests/${request.id}`;
  const view = (await owner.get<RequestView>(url)).body;
  expect(view).toMatchObject({ canAppeal: true, status: expect.stringContaining('appeal once') });
  expect(view.status).not.toContain('the very words');
  expect((await web.browser().send('POST', `${url}/appeal`, words)).status).toBe(404);
  expect((await owner.send('POST', `${url}/appeal`, { words: ' ' })).status).toBe(400);
  const sent = await owner.send<RequestView>('POST', `${url}/appeal`, words);
  expect(sent.body).toMatchObject({ state: 'refused', canAppeal: false, status: expect.stringContaining('appealed') });
  const twice = await owner.send<ProblemView>('POST', `${url}/appeal`, words);
  expect([twice.status, twice.body.code]).toEqual([409, 'appealed-before']);
});

it('waits among what needs attention, for another curator than the one who declined', async () => {
  const { browser: owner, body } = await asker();
  const request = await web.askBy(body, 'prompt-screened');
  const [noor, sam] = [await web.signIn('Noor'), await web.signIn('Sam')];
  const url = `/api/desk/requests/${request.id}`;
  await noor.send('POST', url, { action: 'decline', reason: 'off-topic' });
  await owner.send('POST', `/api/requests/${request.id}/appeal`, words);
  const { lines } = (await sam.get<DeskPage>('/api/desk?view=attention')).body;
  expect(lines.map(({ id }) => id)).toContain(request.id);
  expect((await sam.get<DeskCard>(url)).body).toMatchObject({
    attention: { kind: 'appealed', reason: words.words },
    appeal: { of: 'declined', against: ['Noor'], decided: null },
  });
  const own = await noor.send<DeskAnswer>('POST', url, { action: 'dismiss-appeal' });
  expect(own.body).toMatchObject({ outcome: 'another-curator', message: expect.stringContaining('another') });
  const upheld = await sam.send<DeskAnswer>('POST', url, { action: 'uphold-appeal' });
  expect(upheld.body).toMatchObject({ outcome: 'done', card: { request: { state: 'in-review' }, attention: null } });
  expect((await noor.send<DeskAnswer>('POST', url, { action: 'decline', reason: 'other' })).body.outcome).toBe(
    'another-curator',
  );
  expect((await owner.get<RequestView>(`/api/requests/${request.id}`)).body.status).toContain('upheld');
  await sam.send('POST', url, { action: 'approve' });
  const { history } = (await sam.get<DeskCard>(url)).body;
  expect(history.map(({ event, actor, detail }) => [event, actor, detail]).slice(2)).toEqual([
    ['declined', 'Noor', 'off-topic'],
    ['appealed', 'requester', words.words],
    ['appeal-upheld', 'Sam', null],
    ['approved', 'Sam', null],
  ]);
});

it('that is dismissed leaves it as it is, with a sentence for who asked', async () => {
  const { browser: owner, body } = await asker();
  const request = await web.askBy(body, refused);
  await owner.send('POST', `/api/requests/${request.id}/appeal`, words);
  const curator = await web.signIn('Sam');
  const url = `/api/desk/requests/${request.id}`;
  const done = await curator.send<DeskAnswer>('POST', url, { action: 'dismiss-appeal', note: 'Even on a stage.' });
  expect(done.body).toMatchObject({ outcome: 'done', card: { request: { state: 'refused' }, attention: null } });
  const { status, canAppeal } = (await owner.get<RequestView>(`/api/requests/${request.id}`)).body;
  expect(status).toMatch(/looked at it again.*Even on a stage\./);
  expect(canAppeal).toBe(false);
});

it('is not to be had of what is under way', async () => {
  const { browser: owner, body } = await asker();
  const request = await web.askBy(body, 'prompt-screened');
  const sent = await owner.send<ProblemView>('POST', `/api/requests/${request.id}/appeal`, words);
  expect([sent.status, sent.body.code]).toEqual([409, 'not-to-appeal']);
});
