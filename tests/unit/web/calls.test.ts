import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPassingOver } from '../../../src/moderation/curation/start-passing-over.ts';
import type { PromptRequest } from '../../../src/requests/index.ts';
import type { ProblemView, ThreadPage, ThreadView } from '../../../src/web/api/contract.ts';
import type { AnnouncementAnswer, AnnouncementsPage } from '../../../src/web/api/contract-of-announcing.ts';
import type { CallView, DeskCall, DeskCalls } from '../../../src/web/api/contract-of-calls.ts';
import type { DuelPage } from '../../../src/web/api/contract-of-duels.ts';
import type { RoomInfo } from '../../../src/web/api/contract-of-room.ts';
import { waitUntil } from '../../services.ts';
import { deliveredWith, openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const terms = () => ({ closesAt: inAnHour(), budgetUsd: 10, caps: { perMemberPerCall: 2 } });

async function open(more: object = {}): Promise<DeskCall> {
  const operator = await web.signIn();
  const { body } = await operator.send<DeskCall>('POST', '/api/desk/calls', {
    ...{ theme: { en: 'Paper boats', ar: 'قوارب ورقية' }, ...terms(), ...more },
  });
  return body;
}

describe('a call at the desk', () => {
  it('is opened with all that it says, and everybody may read what is theirs', async () => {
    const voters = { who: 'platforms', platforms: ['room'] };
    const winners = { by: 'duels', places: 2 };
    const more = {
      text: { en: 'Fold one', ar: '' },
      style: 'watercolour',
      voters,
      winners,
      places: ['room:*', 'discord:41'],
    };
    const call = await open(more);
    expect(call).toMatchObject({
      ...{ state: 'open', places: ['room:*', 'discord:41'], platforms: ['room', 'discord'], asked: 0, usedUsd: 0 },
      terms: {
        budgetUsd: 10,
        caps: { perMemberPerCall: 2 },
        voters,
        winners,
        style: 'watercolour',

        engine: null,
      },
    });
    const { body } = await web.browser().get<CallView>(`/api/calls/${call.id}`);
    expect(body).toMatchObject({ theme: { ar: 'قوارب ورقية' }, text: { en: 'Fold one', ar: 'Fold one' } });
    expect(JSON.stringify(body)).not.toContain('budget');
  });

  it('is planned, said to come, and called off', async () => {
    const operator = await web.signIn();
    const [opensAt, closesAt] = [24, 48].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
    const call = await open({ theme: { en: 'Lanterns' }, opensAt, closesAt });
    expect(call).toMatchObject({ state: 'not-open-yet', opensAt, terms: { opensAt, closesAt } });
    const { body: room } = await web.browser().get<RoomInfo>('/api/room');
    expect(room.coming).toEqual([{ id: call.id, theme: { en: 'Lanterns', ar: 'Lanterns' }, opensAt }]);
    expect(room.call.id).not.toBe(call.id);
    const { body } = await operator.get<AnnouncementsPage>('/api/desk/announcements');
    expect(body.announcements.some(({ callId }) => callId === call.id)).toBe(false);
    const sooner = inAnHour();
    const path = `/api/desk/calls/${call.id}`;
    const moved = await operator.send<DeskCall>('PATCH', path, { ...call.terms, opensAt: sooner });
    expect(moved.body).toMatchObject({ state: 'not-open-yet', opensAt: sooner });
    const wrong = await operator.send<ProblemView>('PATCH', path, { ...call.terms, opensAt: '2026-01-01T00:00:00Z' });
    expect(wrong.body).toMatchObject({ code: 'call-opening', field: 'opensAt' });
    const before = await operator.send<ProblemView>('PATCH', path, { ...call.terms, opensAt: closesAt });
    expect(before.body).toMatchObject({ code: 'call-window', field: 'closesAt' });
    expect((await operator.send<DeskCall>('POST', `${path}/close`)).body).toMatchObject({ state: 'over' });
    expect((await web.browser().get<RoomInfo>('/api/room')).body.coming).toEqual([]);
  });

  it('opens at once that was planned for later, where its opening is taken away', async () => {
    const operator = await web.signIn();
    const call = await open({ theme: { en: 'Early lanterns' }, opensAt: inAnHour(), closesAt: null });
    const path = `/api/desk/calls/${call.id}`;
    const { opensAt: planned, ...others } = call.terms;
    const kept = await operator.send<DeskCall>('PATCH', path, { ...others, budgetUsd: 3 });
    expect(kept.body).toMatchObject({ state: 'not-open-yet', opensAt: planned });
    const opened = await operator.send<DeskCall>('PATCH', path, { ...others, opensAt: null });
    expect(opened.body.state).toBe('open');
    expect((await operator.send<DeskCall>('POST', `${path}/close`)).body.state).toBe('choosing');
  });

  it('is left as somebody else changed it meanwhile', async () => {
    const operator = await web.signIn();
    const { id, terms: read, version } = await open({ theme: { en: 'Kites' } });
    const change = (budgetUsd: number, over: number) =>
      operator.send<DeskCall & ProblemView>('PATCH', `/api/desk/calls/${id}`, { ...read, budgetUsd, version: over });
    const { body: changed } = await change(7, version);
    const { status, body } = await change(9, version);
    expect([status, body.code]).toEqual([409, 'call-changed']);
    expect((await change(9, changed.version)).body.terms.budgetUsd).toBe(9);
  });

  it('says what is wrong with it', async () => {
    const operator = await web.signIn();
    const plan = { theme: { en: 'Boats' }, ...terms() };
    const said = async (changes: object) => {
      const { status, body } = await operator.send<ProblemView>('POST', '/api/desk/calls', { ...plan, ...changes });
      return [status, body.code, body.field];
    };
    expect(await said({ theme: { en: ' ' } })).toEqual([400, 'call-theme', 'theme']);
    expect(await said({ closesAt: '2020-01-01T00:00:00Z' })).toEqual([400, 'call-end', 'closesAt']);
    expect(await said({ engine: 'perpetual' })).toEqual([400, 'invalid', 'engine']);
    expect(await said({ places: ['telegram:*'] })).toEqual([400, 'invalid', 'places']);
    expect(await said({ voters: { who: 'platforms', platforms: ['telegram'] } })).toEqual([400, 'invalid', 'voters']);
    const standing = await operator.send<ProblemView>('POST', '/api/desk/calls/standing/close');
    expect([standing.status, standing.body.code]).toEqual([409, 'call-standing']);
    expect((await operator.send('POST', '/api/desk/calls/nothing/close')).status).toBe(404);
  });

  it('fills, is paused and goes on, is changed, closed, and opened again by an end to come', async () => {
    const operator = await web.signIn();
    const { id } = await open();
    await web.ask({ callId: id }, 'prompt-screened');
    await web.ask({ callId: id }, ...deliveredWith(await web.keepClip()));
    const shown = async () =>
      (await operator.get<DeskCalls>('/api/desk/calls')).body.calls.find((call) => call.id === id);
    expect(await shown()).toMatchObject({ asked: 2, members: 1, byState: { 'in-review': 1, delivered: 1 } });
    const post = async (path: string, json?: object) =>
      (await operator.send<DeskCall & ProblemView>('POST', `/api/desk/calls/${id}/${path}`, json)).body;
    expect(await post('pause', { paused: true })).toMatchObject({ state: 'paused', paused: { by: 'Noor' } });
    expect(await post('pause', { paused: false })).toMatchObject({ state: 'open', paused: null });
    const closed = await post('close');
    expect(closed.state).toBe('choosing');
    expect(Date.parse(closed.choosingUntil ?? '') - Date.parse(closed.closesAt ?? '')).toBe(24 * 3_600_000);
    expect((await post('close')).code).toBe('call-over');
    const longer = { ...terms(), closesAt: closed.closesAt, choosingHours: 48 };
    expect((await operator.send<DeskCall>('PATCH', `/api/desk/calls/${id}`, longer)).body).toMatchObject({
      ...{ state: 'choosing', closesAt: closed.closesAt, terms: { choosingHours: 48 } },
    });
    expect((await post('pause', { paused: true })).code).toBe('call-over');
    const again = await operator.send<DeskCall>('PATCH', `/api/desk/calls/${id}`, { ...terms(), style: 'neon' });
    expect(again.body).toMatchObject({ state: 'open', terms: { style: 'neon' } });
  });

  it('answers all that nobody chose once curators have had their time, and nothing that is chosen or looked at again', async () => {
    const operator = await web.signIn();
    const { id: callId } = await open({ choosingHours: 0 });
    const upheld = ['declined', 'appealed', { kind: 'appeal-upheld', curator: 'Sam' }] as const;
    const waiting = await web.ask({ callId }, 'prompt-screened');
    const aside = await web.ask({ callId }, 'prompt-screened', 'held');
    const chosen = await web.ask({ callId }, 'prompt-screened', 'approved');
    const again = await web.ask({ callId }, 'prompt-screened', ...upheld);
    const elsewhere = await web.ask({}, 'prompt-screened');
    const passing = startPassingOver(
      { ...web.store, clock: () => new Date(), isOurs: () => true, onError: (error) => expect(error).toBeNull() },
      5,
    );
    const states = async () =>
      Promise.all([waiting, aside, chosen, again, elsewhere].map(async ({ id }) => (await web.found(id)).state));
    const before = ['in-review', 'held', 'approved', 'in-review', 'in-review'];
    expect(await states()).toEqual(before);
    const { body } = await operator.send<DeskCall>('POST', `/api/desk/calls/${callId}/close`);
    expect(body.state).toBe('over');
    const after = ['declined', 'declined', 'approved', 'in-review', 'in-review'];
    await waitUntil(async () => (await states()).join() === after.join(), 'the answers');
    await passing.close();
    expect(await web.found(waiting.id)).toMatchObject({ decline: { curator: null, reason: 'not-chosen' } });
  });

  it('is shown with a picture, which everybody may see while it is', async () => {
    const operator = await web.signIn();
    const { id } = await open();
    const form = new FormData();
    form.set('picture', new Blob([Uint8Array.from([137, 80, 78, 71])], { type: 'image/png' }), 'boat.png');
    const put = await operator.ask('PUT', `/api/desk/calls/${id}/picture`, { body: form });
    const url = ((await put.json()) as DeskCall).pictureUrl ?? '';
    expect((await web.browser().get(url)).status).toBe(200);
    await operator.send('DELETE', `/api/desk/calls/${id}/picture`);
    expect((await web.browser().get(url)).status).toBe(404);
  });

  it('stays closed when that was done while its picture was on the way', async () => {
    const operator = await web.signIn();
    const { id } = await open();
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const write = (text: string) => writer.write(Buffer.from(text, 'latin1'));
    const putting = operator.ask('PUT', `/api/desk/calls/${id}/picture`, {
      ...{ body: readable, duplex: 'half', headers: { 'content-type': 'multipart/form-data; boundary=edge' } },
    } as RequestInit);
    const disposition = 'content-disposition: form-data; name="picture"; filename="boat.png"';
    await write(`--edge\r\n${disposition}\r\ncontent-type: image/png\r\n\r\n\x89PNG`);
    const closed = await operator.send<DeskCall>('POST', `/api/desk/calls/${id}/close`);
    await write('\r\n--edge--\r\n');
    await writer.close();
    expect((await putting).status).toBe(200);
    expect((await web.browser().get<CallView>(`/api/calls/${id}`)).body).toMatchObject({
      closesAt: closed.body.closesAt,
      pictureUrl: expect.any(String),
    });
  });
});

describe('who may vote in a call', () => {
  const vote = async (clip: PromptRequest, voter = web.browser()) => {
    const { status, body } = await voter.send<ProblemView>('PUT', `/api/clips/${clip.id}/vote`);
    return [status, body.code];
  };

  it('is who asked in it, where the call says so', async () => {
    const { id: callId } = await open({ voters: { who: 'askers' } });
    const clip = await web.ask({ callId }, ...deliveredWith(await web.keepClip()));
    expect(await vote(clip)).toEqual([403, 'vote-askers-only']);
    const asker = web.browser();
    const { body } = await asker.post<ThreadView>({ text: '@opencall a boat' });
    const asked = await web.askBy(body);
    expect(await vote(clip, asker)).toEqual([403, 'vote-askers-only']);
    await web.ask({ callId, requester: asked.requester }, 'prompt-screened');
    expect(await vote(clip, asker)).toEqual([200, undefined]);
  });

  it('is who is where the call says, and is told so', async () => {
    const { id: callId } = await open({ voters: { who: 'platforms', platforms: ['discord'] } });
    const clip = await web.ask({ callId }, ...deliveredWith(await web.keepClip()));
    expect(await vote(clip)).toEqual([403, 'vote-platforms-only']);
    await web.ask({ callId }, ...deliveredWith(await web.keepClip()));
    const visitor = web.browser();
    const { ticket } = (await visitor.get<DuelPage>(`/api/duels?call=${callId}`)).body.duel ?? {};
    const { body } = await visitor.send<ProblemView>('POST', '/api/duels', { ticket, answer: 'left' });
    expect(body.code).toBe('vote-platforms-only');
  });
});

describe('an announcement in the room', () => {
  it('is drafted for the desk, stands among the threads once it was pressed for, and is nobody’s request', async () => {
    const call = await open({ theme: { en: 'Kites', ar: 'طائرات ورقية' }, text: { en: 'High ones', ar: '' } });
    const curator = await web.signIn('Lea', 'curator');
    const drafts = async () =>
      (await curator.get<AnnouncementsPage>('/api/desk/announcements')).body.announcements.filter(
        ({ callId }) => callId === call.id,
      );
    const [draft, ...more] = await drafts();
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ platform: 'room', state: 'draft', textLength: 2000 });
    expect(draft?.words.en).toMatch(/^A new call: “Kites”\.\nHigh ones\nWrite below/);
    const order = { platform: 'room', place: draft?.place, callId: call.id, what: 'opened', locale: 'ar' };
    const words = draft?.words.ar ?? '';
    const press = { ...order, words, withClip: false };
    const { body } = await curator.send<AnnouncementAnswer>('POST', '/api/desk/announcements', press);
    expect(body).toEqual({ outcome: 'posted', message: null });
    expect(await drafts()).toMatchObject([{ state: 'posted', posted: words }]);
    const { threads } = (await web.browser().get<ThreadPage>('/api/room/threads')).body;
    expect(threads[0]).toMatchObject({ post: { kind: 'announcement', text: words, locale: 'ar' }, request: null });
    const elsewhere = await open({ theme: { en: 'Elsewhere' }, places: ['discord:41'] });
    const all = (await curator.get<AnnouncementsPage>('/api/desk/announcements')).body.announcements;
    expect(all.some(({ callId }) => callId === elsewhere.id)).toBe(false);
  });
});
