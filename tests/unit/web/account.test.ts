import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeSeededCase } from '../../../src/moderation/account/place-seeded-case.ts';
import type { RequestEvent } from '../../../src/requests/index.ts';
import type { DeskAnswer, DeskCard, ProblemView, RequestView, ThreadView } from '../../../src/web/api/contract.ts';
import type { FiguresPage } from '../../../src/web/api/contract-of-figures.ts';
import type { SeededAnswers } from '../../../src/web/api/contract-of-seeded.ts';
import type { StatementView } from '../../../src/web/api/contract-of-statements.ts';
import { MUCH_LATER } from '../../contracts/store-samples.ts';
import { anApproval, aVerdict } from '../../samples/requests.ts';
import { waitUntil } from '../../services.ts';
import type { TestBrowser } from './browser.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
let lead: TestBrowser;
beforeAll(async () => {
  web = await openTestWeb();
  lead = await web.signIn('Lea', 'lead');
});
afterAll(() => web.close());

describe('the history', () => {
  it('is handed out as NDJSON: what was decided, or everything, from a moment on', async () => {
    const request = await web.ask({}, 'prompt-screened', 'escalated', 'declined');
    const linesOf = async (query: string) => {
      const { body, headers, status } = await lead.get<string>(`/api/desk/history?${query}`);
      expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
      return body
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    };
    const ofIt = async (query: string) =>
      (await linesOf(query)).filter(({ requestId }) => requestId === request.id).map(({ event }) => event.kind);
    await waitUntil(async () => (await ofIt('what=everything')).length === 4, 'All of it');
    expect(await ofIt('what=decisions')).toEqual(['escalated', 'declined']);
    const [last] = (await linesOf('')).filter(({ version, requestId }) => version === 4 && requestId === request.id);
    expect(last).toEqual({
      ...(await web.store.requests.history(request.id))[3],
      callId: 'standing',
      platform: 'room',
    });
    const later = new Date(Date.parse(request.changedAt) + 1).toISOString();
    expect(await linesOf(`what=everything&from=${later}`)).toEqual([]);
  });

  it('is a table as CSV, in which no prompt is a formula', async () => {
    const approval = anApproval({ prompt: '=HYPERLINK("x"), "a"\nboat', curator: '@noor' });
    const { id } = await web.ask({}, 'prompt-screened', { kind: 'approved', approval });
    let rows: Record<string, string>[] = [];
    await waitUntil(async () => {
      const { body } = await lead.get<string>('/api/desk/history?format=csv');
      rows = parse(body, { bom: true, columns: true });
      return rows.some(({ request }) => request === id);
    }, 'The row');
    expect(rows.find(({ request }) => request === id)).toMatchObject({
      ...{ event: 'approved', from: 'in-review', to: 'approved', by: "'@noor", call: 'standing', platform: 'room' },
      prompt: `'${approval.prompt}`,
    });
  });

  it('is named and is written down with who took it', async () => {
    const { headers } = await lead.get('/api/desk/history?format=csv&what=everything');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="open-call-everything-\d{4}-.*\.csv"$/);
    expect(web.log.join('')).toContain('"by":"Lea","format":"csv"');
  });
});

describe('statements of reasons', () => {
  const refused: RequestEvent = { kind: 'prompt-screened', verdict: aVerdict('refuse') };

  it('are handed out as NDJSON, for what was decided against what is in a request', async () => {
    const restricted = await web.ask({}, refused);
    const chosen = await web.ask({}, 'prompt-screened', 'declined');
    let puids: string[] = [];
    await waitUntil(async () => {
      const { body } = await lead.get<string>('/api/desk/statements');
      puids = body
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).puid);
      return puids.includes(`${restricted.id}-2`);
    }, 'The statement');
    expect(puids.some((puid) => puid.startsWith(chosen.id))).toBe(false);
  });

  it('are for their requester alone, in the language of the page', async () => {
    const browser = web.browser();
    const { id } = await web.askBy((await browser.post<ThreadView>({ text: '@opencall a fight' })).body, refused);
    const path = `/api/requests/${id}/statement`;
    expect((await browser.get<RequestView>(`/api/requests/${id}`)).body.hasStatement).toBe(true);
    const { body } = await browser.get<StatementView>(path, { 'accept-language': 'en' });
    expect(body).toMatchObject({ decision: 'No clip is made of what was asked.', grounds: [{ title: 'Violence' }] });
    expect(body.redress.join()).toContain('appeal');
    expect((await browser.get<StatementView>(path, { 'accept-language': 'ar' })).body.decision).toMatch(
      /[\u0600-\u06ff]/,
    );
    expect((await web.browser().get(path)).status).toBe(404);
    expect((await lead.get(path)).status).toBe(403);
    const fine = await web.askBy(
      (await browser.post<ThreadView>({ text: '@opencall a boat' })).body,
      'prompt-screened',
    );
    expect((await browser.get(`/api/requests/${fine.id}/statement`)).status).toBe(404);
  });
});

describe('a seeded case', () => {
  const place = async () => {
    const clock = () => new Date();
    await web.ask({}, 'prompt-screened');
    const placing = { callId: 'standing', perHundred: 100, clock, newId: randomUUID, random: Math.random };
    return (await placeSeededCase({ ...web.store, ...placing })) as string;
  };

  it.each(['approve', 'decline', 'escalate'])(
    'comes to nothing by %s, and is told to whoever decided it',
    async (action) => {
      const sam = await web.signIn('Sam', 'curator');
      const id = await place();
      const path = `/api/desk/requests/${id}`;
      const { body: card } = await sam.get<DeskCard>(path);
      expect([card.platform, card.source]).toEqual(['room', { url: null, channel: 'room' }]);
      expect((await sam.send<ProblemView>('POST', path, { action: 'still' })).body).toMatchObject({
        outcome: 'not-now',
      });
      expect((await sam.get<SeededAnswers>('/api/desk/seeded')).body.cases).toEqual([]);
      const act = action === 'decline' ? { action, reason: 'rules' } : { action };
      expect((await sam.send<DeskAnswer>('POST', path, act)).body.outcome).toBe('done');
      const history = await web.store.requests.history(id);
      expect(history.map(({ event }) => event.kind)).toEqual(['asked', 'prompt-screened', 'withdrawn']);
      const work = await web.store.work.pick({ limit: 99, startable: 99, inFlightPerMember: 99, now: MUCH_LATER });
      expect(work.filter(({ requestId }) => requestId === id)).toEqual([]);

      const { cases } = (await sam.get<SeededAnswers>('/api/desk/seeded')).body;
      const { right } = cases[0] ?? {};
      expect(cases).toMatchObject([{ requestId: id, correct: (right === 'approve') === (action === 'approve') }]);
      expect((await lead.get<SeededAnswers>('/api/desk/seeded')).body.cases).toEqual([]);
      await lead.send('POST', '/api/desk/seeded', { ids: [id] });
      expect((await sam.get<SeededAnswers>('/api/desk/seeded')).body.cases).toHaveLength(1);
      await sam.send('POST', '/api/desk/seeded', { ids: [id] });
      expect((await sam.get<SeededAnswers>('/api/desk/seeded')).body.cases).toEqual([]);
      const { body } = await lead.get<FiguresPage>('/api/desk/figures');
      expect(body.curators.find(({ curator }) => curator === 'Sam')?.seeded.answered).toBeGreaterThan(0);
    },
  );
});

describe('figures', () => {
  it.each([
    ['day', 'hour', 24],
    ['week', 'hour', 168],
    ['month', 'day', 30],
    ['quarter', 'day', 91],
  ])('of a %s are by %s', async (window, step, count) => {
    await web.ask({}, 'prompt-screened', 'approved');
    const { body } = await lead.get<FiguresPage>(`/api/desk/figures?window=${window}`);
    expect([body.step, body.times.length]).toEqual([step, count]);
    expect(body.times.at(-1)?.decided).toBeGreaterThan(0);
    expect(body.curators.map(({ curator }) => curator)).toContain('Noor');
  });
});
