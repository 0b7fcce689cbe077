import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../../src/app/curation.ts';
import type { IncomingPost } from '../../../src/bots/chat-platform.ts';
import { questionKey } from '../../../src/bots/post-keys.ts';
import { takeAnswer } from '../../../src/bots/take-answer.ts';
import { statusText } from '../../../src/bots/texts.ts';
import { UNKNOWN_STANDING } from '../../../src/calls/standing.ts';
import type { DelayedDesk } from '../../../src/moderation/curation/create-delayed-desk.ts';
import { startMerges } from '../../../src/moderation/curation/follow-merges.ts';
import { startResuming } from '../../../src/moderation/curation/start-resuming.ts';
import type { EventKind, Following, Member, PromptRequest, RequestEvent } from '../../../src/requests/index.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import type { DeskAnswer, DeskCard, DeskCounts, DeskPage, VisitorView } from '../../../src/web/api/contract.ts';
import type { DeskAction } from '../../../src/web/api/contract-of-actions.ts';
import type { DecidedTogether, Undone, WaitingDecisions } from '../../../src/web/api/contract-of-decisions.ts';
import type { DeclineSentences } from '../../../src/web/api/contract-of-sentences.ts';
import { dataFolder } from '../../machine/empty-records.ts';
import { aClip, EVENTS } from '../../samples/requests.ts';
import { waitUntil } from '../../services.ts';
import type { TestBrowser } from './browser.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

/** From a curator's yes to the reply. */
const MADE: readonly EventKind[] = [
  ...(['approved', 'generation-started', 'shot-intended', 'shot-started', 'shot-rendered'] as const),
  ...(['shot-downloaded', 'clip-finished', 'clip-screened', 'reply-posted'] as const),
];

const aPost = (author: Member, text: string): IncomingPost => ({
  ref: { platform: 'room', channel: 'room', id: 'an-answer' },
  ...{ author, text, standing: UNKNOWN_STANDING, picture: null, inReplyTo: null, language: null },
  postedAt: '2026-11-26T08:00:00.000Z',
});

let store: Store;
let web: TestWeb;
let desk: DelayedDesk;
let noor: TestBrowser;
let sam: TestBrowser;
const NO_LIST = { keepOut: async () => {}, letIn: async () => {} };
let now = Date.now();
const clock = () => new Date(now);
const later = (seconds: number) => {
  now += seconds * 1000;
};

beforeAll(async () => {
  store = await openStore({ databaseUrl: null, directory: dataFolder('decisions') });
  desk = openDesk(store, { pictures: NO_LIST, clock, undoMs: 10_000 });
  web = await openTestWeb({ desk, clock }, { store });
  [noor, sam] = [await web.signIn('Noor'), await web.signIn('Sam')];
});
afterAll(async () => {
  await web.close();
  await store.close();
});

const decide = async (browser: TestBrowser, id: string, action: DeskAction) =>
  (await browser.send<DeskAnswer>('POST', `/api/desk/requests/${id}`, action)).body;
const waits = async (id: string) => (await sam.get<DeskPage>('/api/desk')).body.lines.some((line) => line.id === id);
const undo = async (browser: TestBrowser, ...ids: string[]) =>
  (await browser.send<Undone>('POST', '/api/desk/undo', { ids })).body.ids;

describe('a decision', () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = await web.ask({}, 'prompt-screened'));
  });

  it('takes effect ten seconds later, and nobody else has it until then', async () => {
    const answer = await decide(noor, id, { action: 'approve', note: 'calm' });
    expect(answer).toMatchObject({ outcome: 'done', message: null, card: { request: { state: 'in-review' } } });
    expect(answer.effectAt).toBe(new Date(now + 10_000).toISOString());
    expect(await waits(id)).toBe(false);
    expect((await sam.get<DeskCard>(`/api/desk/requests/${id}`)).body.decided).toMatchObject({
      ...{ curator: 'Noor', mine: false, action: 'approve' },
    });
    for (const action of ['claim', 'approve', 'escalate'] as const) {
      expect(await decide(sam, id, { action })).toMatchObject({
        outcome: 'already-decided',
        message: expect.stringContaining('Noor'),
      });
    }
    later(9);
    await desk.bringIntoEffect();
    expect((await web.found(id)).state).toBe('in-review');
    later(1);
    await desk.bringIntoEffect();
    expect(await web.found(id)).toMatchObject({ state: 'approved', approval: { curator: 'Noor', note: 'calm' } });
    expect(await undo(noor, id)).toEqual([]);
  });

  it('is taken back by whoever made it, and waits again as if nothing had been', async () => {
    const before = (await sam.get<DeskCounts>('/api/desk/counts')).body.waiting;
    await decide(noor, id, { action: 'decline', reason: 'off-topic' });
    expect((await sam.get<DeskCounts>('/api/desk/counts')).body.waiting).toBe(before - 1);
    const { decisions } = (await noor.get<WaitingDecisions>('/api/desk/decisions')).body;
    expect(decisions).toMatchObject([{ requestId: id, action: 'decline' }]);
    expect((await sam.get<WaitingDecisions>('/api/desk/decisions')).body.decisions).toEqual([]);
    expect(await undo(sam, id)).toEqual([]);
    expect(await undo(noor, id)).toEqual([id]);
    expect(await waits(id)).toBe(true);
    later(60);
    await desk.bringIntoEffect();
    expect((await web.found(id)).version).toBe(2);
    expect((await decide(sam, id, { action: 'escalate' })).card.request.state).toBe('in-review');
  });

  it('outlives the process that took it, and is brought into effect once by those that come after', async () => {
    await decide(noor, id, { action: 'approve' });
    later(11);
    const others = [1, 2, 3].map(() => openDesk(store, { pictures: NO_LIST, clock, undoMs: 10_000 }));
    await Promise.all(others.map((other) => other.bringIntoEffect()));
    expect((await web.found(id)).state).toBe('approved');
    const history = await store.requests.history(id);
    expect(history.filter(({ event }) => event.kind === 'approved')).toHaveLength(1);
    expect(await store.decisions.find(id)).toBeNull();
  });

  it('says nothing of what the requester has written since', async () => {
    await decide(noor, id, { action: 'approve' });
    const { options, picture, locale } = await web.found(id);
    await web.happen(id, { kind: 'prompt-edited', changes: { prompt: 'something else', options, picture, locale } });
    await web.happen(id, EVENTS['prompt-screened']);
    later(11);
    await desk.bringIntoEffect();
    expect(await web.found(id)).toMatchObject({ state: 'in-review', prompt: 'something else' });
    expect(await waits(id)).toBe(true);
  });

  it('that moves nothing on is made at once, and what is impossible is said at once', async () => {
    expect(await decide(noor, id, { action: 'escalate' })).toMatchObject({ outcome: 'done', effectAt: null });
    expect(await decide(noor, id, { action: 'retry' })).toMatchObject({ outcome: 'not-now', effectAt: null });
  });
});

describe('a merge', () => {
  let lead: string;
  let other: string;
  let merges: Following;
  beforeAll(() => {
    merges = startMerges({ ...store, clock, onError: (error) => errors.push(error) });
  });
  afterAll(async () => {
    await merges.close();
    expect(errors).toEqual([]);
  });
  beforeEach(async () => {
    ({ id: lead } = await web.ask({}, 'prompt-screened'));
    ({ id: other } = await web.ask({}, 'prompt-screened'));
  });

  const errors: unknown[] = [];
  const becomes = (id: string, state: PromptRequest['state']) =>
    waitUntil(async () => (await web.found(id)).state === state, `${id} to be ${state}`);
  async function merge(id: string, into: string) {
    expect(await decide(noor, id, { action: 'merge', into })).toMatchObject({ outcome: 'done' });
    later(11);
    await desk.bringIntoEffect();
    expect(await web.found(id)).toMatchObject({ state: 'merged', merged: { into, by: 'Noor' } });
  }

  it('is taken back within ten seconds, and later too; both cards tell of it', async () => {
    expect(await decide(noor, other, { action: 'merge', into: lead })).toMatchObject({ outcome: 'done' });
    expect(await undo(noor, other)).toEqual([other]);
    await merge(other, lead);
    const { body: card } = await sam.get<DeskCard>(`/api/desk/requests/${lead}`);
    expect(card.merged).toMatchObject({ count: 1, first: [{ id: other, state: 'merged' }] });
    expect(card.history.map(({ event }) => event)).toContain('took-in');
    expect((await sam.get<DeskCard>(`/api/desk/requests/${other}`)).body.mergedInto?.id).toBe(lead);
    await decide(sam, other, { action: 'unmerge' });
    later(11);
    await desk.bringIntoEffect();
    expect(await waits(other)).toBe(true);
    const { body: after } = await sam.get<DeskCard>(`/api/desk/requests/${lead}`);
    expect(after.merged.count).toBe(0);
    expect(after.history.map(({ event }) => event)).toEqual(expect.arrayContaining(['took-in', 'let-go']));
  });

  it('answers both with one clip, and takes both down when a curator does', async () => {
    await merge(other, lead);
    for (const event of MADE) await web.happen(lead, event);
    await becomes(other, 'ready');
    expect(await web.found(other)).toMatchObject({ clip: aClip(), merged: { into: lead } });
    await web.happen(other, { ...EVENTS['reply-posted'], reply: { platform: 'room', channel: 'room', id: other } });
    await web.happen(lead, 'taken-down');
    await becomes(other, 'removed');
    expect(await web.found(other)).toMatchObject({ by: 'Noor', reason: 'asked for' });
  });

  it('into one that has its clip already is answered at once', async () => {
    for (const event of MADE) await web.happen(lead, event);
    await decide(noor, other, { action: 'merge', into: lead });
    later(11);
    await desk.bringIntoEffect();
    await becomes(other, 'ready');
  });

  it('shares a decline with its reason', async () => {
    await merge(other, lead);
    await web.happen(lead, { ...EVENTS.declined, decline: { ...EVENTS.declined.decline, note: 'too dark' } });
    await becomes(other, 'declined');
    expect(await web.found(other)).toMatchObject({ decline: { reason: 'off-topic', note: 'too dark' } });
  });

  it.each(['withdrawn', 'prompt-edited'] as const)('outlives that the other one is %s', async (kind) => {
    const { id: third } = await web.ask({ askedAt: '2026-11-24T08:00:00.000Z' }, 'prompt-screened');
    await merge(other, lead);
    await merge(third, lead);
    await web.happen(lead, kind);
    await becomes(other, 'in-review');
    expect(await web.found(third)).toMatchObject({ state: 'merged', merged: { into: other, by: null } });
  });

  it('follows the other one where that is merged in turn, and never in a circle', async () => {
    const { id: last } = await web.ask({}, 'prompt-screened');
    await merge(other, lead);
    await merge(lead, last);
    await waitUntil(async () => (await web.found(other)).merged?.into === last, 'the move');
    expect(await decide(noor, last, { action: 'merge', into: other })).toMatchObject({ outcome: 'not-now' });
    // Decided at the same moment, elsewhere.
    await web.happen(last, { kind: 'merged', into: lead, curator: 'Sam' });
    await waitUntil(async () => {
      const states = await Promise.all([lead, other, last].map(async (id) => (await web.found(id)).state));
      return states.filter((state) => state === 'in-review').length === 1;
    }, 'one of them to wait again');
  });
});

describe('putting aside', () => {
  const inView = async (view: string, id: string) =>
    (await sam.get<DeskPage>(`/api/desk?view=${view}`)).body.lines.some((line) => line.id === id);

  it('takes a request out of what waits at once, and it comes back when it is due', async () => {
    const { id } = await web.ask({}, 'prompt-screened');
    const until = new Date(now + 60_000).toISOString();
    const answer = await decide(noor, id, { action: 'hold', until, note: 'after the holiday' });
    expect(answer).toMatchObject({ outcome: 'done', effectAt: null, card: { request: { state: 'held' } } });
    expect(answer.card.hold).toEqual({ kind: 'later', curator: 'Noor', note: 'after the holiday', until });
    expect([await inView('waiting', id), await inView('held', id)]).toEqual([false, true]);
    expect(await store.requests.holdsDue(clock().toISOString(), 10)).toEqual([]);
    later(61);
    const resuming = startResuming(
      { requests: store.requests, clock, onError: (error) => expect(error).toBeNull() },
      5,
    );
    await waitUntil(() => waits(id), 'it to wait again');
    await resuming.close();
    await decide(noor, id, { action: 'hold' });
    expect(await decide(sam, id, { action: 'resume' })).toMatchObject({ card: { request: { state: 'in-review' } } });
  });

  it('asks the requester, whose answer brings it back with it; nobody else’s does, and nobody is asked on X', async () => {
    const { id, requester, post } = await web.ask({}, 'prompt-screened');
    await decide(noor, id, { action: 'ask', question: 'Which boat?' });
    expect(await undo(noor, id)).toEqual([id]);
    await decide(noor, id, { action: 'ask', question: 'Which boat?' });
    later(11);
    await desk.bringIntoEffect();
    expect(await web.found(id)).toMatchObject({ state: 'held', hold: { kind: 'question' } });
    const heard = (author: Member, text: string) =>
      takeAnswer({ ...store, clock }, { ...aPost(author, text), inReplyTo: post });
    expect(await heard({ ...requester, id: 'somebody-else' }, '@opencall the blue one')).toBe(false);
    expect(await heard(requester, '@opencall the red one')).toBe(true);
    expect(await heard(requester, '@opencall the red one')).toBe(true);
    expect(await waits(id)).toBe(true);
    const { questions } = (await sam.get<DeskCard>(`/api/desk/requests/${id}`)).body;
    expect(questions).toMatchObject([{ curator: 'Noor', words: 'Which boat?', answers: [{ words: 'the red one' }] }]);
    expect(questions[0]?.answers).toHaveLength(1);
    // Mended or heard again after it was decided, an answer to the question itself is still no wish of its own.
    const [ref, key] = [{ ...post, id: `question-${id}` }, questionKey(id, 1)];
    await store.ownPosts.intend({
      key,
      requestId: id,
      kind: 'answer',
      platform: ref.platform,
      intendedAt: clock().toISOString(),
    });
    await store.ownPosts.posted(key, ref);
    await decide(noor, id, { action: 'decline', reason: 'off-topic' });
    later(11);
    await desk.bringIntoEffect();
    const toQuestion = (author: Member) =>
      takeAnswer({ ...store, clock }, { ...aPost(author, '@opencall the red one!'), inReplyTo: ref });
    expect(await toQuestion(requester)).toBe(true);
    expect(await toQuestion({ ...requester, id: 'somebody-else' })).toBe(false);

    const onX = await web.ask({ post: { platform: 'x', channel: 'x', id: '20' } }, 'prompt-screened');
    const asked = await noor.send('POST', `/api/desk/requests/${onX.id}`, { action: 'ask', question: 'Which?' });
    expect(asked).toMatchObject({ status: 409, body: { code: 'cannot-ask-there' } });
  });
});

it('each curator is shown what is grave as they have chosen', async () => {
  const usual = { veil: 'grave', reveal: 'while-held', silent: true, breakAfter: 20 };
  expect((await noor.get('/api/desk/care')).body).toEqual(usual);
  const chosen = { veil: 'all', reveal: 'until-left', silent: false, breakAfter: 0 };
  expect((await noor.send('PUT', '/api/desk/care', chosen)).body).toEqual(chosen);
  expect((await noor.get('/api/desk/care')).body).toEqual(chosen);
  expect((await sam.get('/api/desk/care')).body).toEqual(usual);
  expect((await noor.send('PUT', '/api/desk/care', { ...chosen, breakAfter: -1 })).status).toBe(400);
});

it('sentences for those who are declined are each curator’s own, or everybody’s where a lead wrote them', async () => {
  const path = '/api/desk/sentences';
  const [mona, omar, lead] = [
    await web.signIn('Mona', 'curator'),
    await web.signIn('Omar', 'curator'),
    await web.signIn('Lea', 'lead'),
  ];
  const words = { reason: 'not-now', en: 'Try again in May', ar: 'حاول في أيار' };
  const own = (await mona.send<DeclineSentences>('POST', path, words)).body.sentences;
  expect(own).toEqual([{ id: expect.any(String), ...words, shared: false, removable: true }]);
  expect((await omar.get<DeclineSentences>(path)).body.sentences).toEqual([]);
  expect((await omar.send('POST', path, { ...words, shared: true })).status).toBe(403);
  expect((await omar.send('POST', path, { ...words, ar: ' ' })).status).toBe(400);
  await lead.send('POST', path, { ...words, shared: true });
  const [, everybodys] = (await mona.get<DeclineSentences>(path)).body.sentences;
  expect(everybodys).toMatchObject({ shared: true, removable: false });
  const anew = { reason: 'rules', en: 'Try again in June', ar: 'حاول في حزيران' };
  expect((await mona.send('PUT', `${path}/${everybodys?.id}`, anew)).status).toBe(404);
  expect((await omar.send('PUT', `${path}/${own[0]?.id}`, anew)).status).toBe(404);
  const [changed] = (await mona.send<DeclineSentences>('PUT', `${path}/${own[0]?.id}`, anew)).body.sentences;
  expect(changed).toEqual({ id: own[0]?.id, ...anew, shared: false, removable: true });
  expect((await mona.send('DELETE', `${path}/${everybodys?.id}`)).status).toBe(404);
  expect((await omar.send('DELETE', `${path}/${own[0]?.id}`)).status).toBe(404);
  expect((await lead.send('DELETE', `${path}/${everybodys?.id}`)).status).toBe(204);
  expect((await mona.send('DELETE', `${path}/${own[0]?.id}`)).status).toBe(204);
  expect((await mona.get<DeclineSentences>(path)).body.sentences).toEqual([]);
});

it('whoever asked reads no curator’s name, whatever was decided', async () => {
  const curator = 'Zubaydah-Quill';
  const visitor = web.browser();
  const { body: me } = await visitor.get<VisitorView>('/api/me');
  expect(me.curator).toBeNull();
  const by = { curator, at: '2026-11-26T08:00:00.000Z' };
  const paths: RequestEvent[][] = [
    [{ kind: 'declined', decline: { ...by, reason: 'off-topic', note: 'too dark' } }],
    [{ kind: 'held', curator, note: 'later', until: null }],
    [{ kind: 'question-asked', curator, words: 'Which boat?', until: '2026-11-29T08:00:00.000Z' }],
    [{ kind: 'merged', into: 'another', curator }],
    [{ kind: 'approved', approval: { ...EVENTS.approved.approval, curator } }],
    [{ kind: 'escalated', curator, note: 'look' }],
  ];
  for (const path of paths) {
    const request = await web.ask({}, 'prompt-screened', ...path);
    const { body } = await visitor.get(`/api/requests/${request.id}`);
    expect(JSON.stringify(body)).not.toContain(curator);
    for (const locale of ['en', 'ar'] as const) {
      expect(statusText({ ...request, locale }, null, { withBar: false, appeals: true })).not.toContain(curator);
    }
  }
});

it('many are decided at once, save for what another has in hand, and taken back at once', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 4; count += 1) ids.push((await web.ask({}, 'prompt-screened')).id);
  await decide(sam, ids[3] ?? '', { action: 'claim' });
  const act = { action: 'decline', reason: 'too-similar' };
  const { body } = await noor.send<DecidedTogether>('POST', '/api/desk/requests', { ids: [...ids, ids[0]], act });
  expect(body.done).toEqual(ids.slice(0, 3));
  expect(body.left).toEqual([{ id: ids[3], message: expect.stringContaining('Sam') }]);
  expect((await undo(noor, ...ids)).toSorted()).toEqual(ids.slice(0, 3).toSorted());
  const tooMany = Array.from({ length: 201 }, (_, place) => `r${place}`);
  expect((await noor.send('POST', '/api/desk/requests', { ids: tooMany, act })).status).toBe(400);
});

it('many are put aside at once, until a moment', async () => {
  const ids = [(await web.ask({}, 'prompt-screened')).id, (await web.ask({}, 'prompt-screened')).id];
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const act = { action: 'hold', until, note: 'after the call' };
  const { body } = await noor.send<DecidedTogether>('POST', '/api/desk/requests', { ids, act });
  expect(body).toEqual({ done: ids, left: [] });
  for (const id of ids)
    expect(await web.found(id)).toMatchObject({ state: 'held', hold: { until, note: 'after the call' } });
});
