import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemberData } from '../../../src/bots/member-data.ts';
import type { PromptRequest } from '../../../src/requests/index.ts';
import type { DeskCard, RequestView, ResultsPage, ThreadView } from '../../../src/web/api/contract.ts';
import type { OwnRequestsPage } from '../../../src/web/api/contract-of-mine.ts';
import { anApproval } from '../../samples/requests.ts';
import type { TestBrowser } from './browser.ts';
import { deliveredWith, openTestWeb, type TestWeb } from './open-test-web.ts';

const ASKED = 'a boat of canary Smith';
const APPROVED = 'a boat of a neighbour';

let web: TestWeb;
let requester: TestBrowser;
let made: PromptRequest;
beforeAll(async () => {
  web = await openTestWeb({ publicUrl: 'https://clips.example/' });
  requester = web.browser();
  const { body } = await requester.post<ThreadView>({ text: `@opencall ${ASKED}` });
  const approval = anApproval({ prompt: APPROVED, options: { seconds: 6 } });
  const clip = { ...(await web.keepClip()), caption: APPROVED, altText: APPROVED };
  const events = deliveredWith(clip).map((event) => (event === 'approved' ? { kind: event, approval } : event));
  made = await web.askBy(body, ...events);
});
afterAll(() => web.close());

describe('a request whose words a curator changed', () => {
  it.each([
    '/api/results',
    () => `/api/requests/${made.id}`,
    () => `/clips/${made.id}`,
    () => `/clips/${made.id}/embed`,
    '/results',
    '/results/feed.xml',
    '/results/feed.json',
  ])('is told to everybody as it was approved: %s', async (of) => {
    const path = typeof of === 'string' ? of : of();
    const { status, body } = await web.browser().get<unknown>(path);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect([status, text.includes(APPROVED), text.includes('canary')], path).toEqual([200, true, false]);
  });

  it('is told to its requester both ways', async () => {
    const both = { prompt: APPROVED, options: { seconds: 6 }, asked: { prompt: ASKED } };
    expect((await requester.get<RequestView>(`/api/requests/${made.id}`)).body).toMatchObject(both);
    expect((await requester.get<ResultsPage>('/api/results')).body.results).toMatchObject([both]);
    expect((await requester.get<OwnRequestsPage>('/api/mine/room/requests')).body.requests).toMatchObject([both]);
    const { requests } = (await requester.get<MemberData>('/api/mine/room/export')).body;
    expect(requests).toMatchObject([{ prompt: ASKED, approved: { prompt: APPROVED } }]);
  });

  it('is told at the desk both ways', async () => {
    const curator = await web.signIn();
    const { body } = await curator.get<DeskCard>(`/api/desk/requests/${made.id}`);
    expect(body).toMatchObject({ approvedPrompt: APPROVED, request: { prompt: APPROVED, asked: { prompt: ASKED } } });
  });
});

it('is told as it was asked before it is approved, to everybody, and says nothing of other words', async () => {
  const { id } = await web.ask({ prompt: ASKED }, 'prompt-screened');
  const { body } = await web.browser().get<RequestView>(`/api/requests/${id}`);
  expect(body).toMatchObject({ prompt: ASKED, asked: null });
});
