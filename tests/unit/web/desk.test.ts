import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKeepingPicturesOut } from '../../../src/moderation/curation/keep-pictures-out.ts';
import type { EventOf, Finding, RequestEvent, StoredFile } from '../../../src/requests/index.ts';
import type { DeskAnswer, DeskCard, DeskCounts, DeskPage, ProblemView } from '../../../src/web/api/contract.ts';
import type { DeskClaims } from '../../../src/web/api/contract-of-decisions.ts';
import { aFile } from '../../samples/requests.ts';
import { waitUntil } from '../../services.ts';
import { openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb({ stillUsd: 0.04 });
});
afterAll(() => web.close());

const flagged: EventOf<'prompt-screened'> = {
  kind: 'prompt-screened',
  verdict: {
    outcome: 'review',
    findings: [{ policy: 'violence', outcome: 'review', evidence: 'sword', source: 'rules@1' }],
    screenedBy: ['rules@1'],
  },
};

describe('the desk', () => {
  it('shows what waits with all that a curator needs', async () => {
    const { id } = await web.ask({ picture: aFile('p', 'image/png'), options: { seconds: 90 } }, flagged);
    const curator = await web.signIn();
    const { body } = await curator.get<DeskPage>('/api/desk');
    expect(body.lines.find((line) => line.id === id)).toMatchObject({
      ...{ state: 'in-review', flags: 1, picture: true, escalated: false, heldBy: null },
    });
    expect((await curator.get<DeskCard>(`/api/desk/requests/${id}`)).body).toMatchObject({
      request: { state: 'in-review', pictureUrl: expect.stringContaining(`request=${id}`) },
      platform: 'room',
      flags: [{ policy: 'violence', evidence: 'sword' }],
      screening: 'review',
      plan: {
        engine: 'storyboard',
        width: 1280,
        height: 720,
        seconds: 90,
        costUsd: 9,
        changes: [expect.stringContaining('2 shots')],
      },
      shots: [
        { seconds: 45, begins: null, state: 'planned', videoUrl: null, stillUrl: null },
        { seconds: 45, begins: 'continues', direction: expect.stringContaining('Shot 2 of 2') },
      ],
      cannotMake: [],
      requesterRecord: { delivered: 0 },
      claim: null,
      attention: null,
      history: [{ event: 'asked' }, { event: 'prompt-screened', detail: 'review, violence' }],
    });
    const counts = (await curator.get<DeskCounts>('/api/desk/counts')).body;
    expect(counts.waiting).toBeGreaterThan(0);
    expect(counts.oldestWaiting).not.toBeNull();
  });

  it('brings the first card that nobody else holds with what waits, for who asks for it', async () => {
    for (let asked = 0; asked < 2; asked += 1) await web.ask({}, 'prompt-screened');
    const [noor, omar] = [await web.signIn('Noor'), await web.signIn('Omar')];
    const read = async (curator: typeof noor, more = '&first=card') =>
      (await curator.get<DeskPage>(`/api/desk?view=waiting&order=newest${more}`)).body;
    const { lines, first } = await read(noor);
    expect(first?.request.id).toBe(lines[0]?.id);
    await omar.send('POST', `/api/desk/requests/${lines[0]?.id}`, { action: 'claim' });
    expect((await read(noor)).first?.request.id).toBe(lines[1]?.id);
    expect((await read(omar)).first?.request.id).toBe(lines[0]?.id);
    expect((await read(omar, '')).first).toBeNull();
    await omar.send('POST', `/api/desk/requests/${lines[0]?.id}`, { action: 'release' });
  });

  it('shows a still with what screening says of it, to curators alone', async () => {
    const { id } = await web.ask({ prompt: 'a kite' }, 'prompt-screened');
    const curator = await web.signIn();
    const press = async (body: object) =>
      (await curator.send<DeskAnswer>('POST', `/api/desk/requests/${id}`, body)).body;
    const { card, outcome } = await press({ action: 'still', prompt: 'a red kite' });
    expect(outcome).toBe('done');
    expect(card).toMatchObject({ stillUsd: 0.04, still: { state: 'making', prompt: 'a red kite', pictureUrl: null } });
    const file = await web.keep('a still', 'image/jpeg');
    await web.happen(id, { kind: 'still-intended', key: `${id}.still.2`, maker: 'openai-images' });
    await web.happen(id, { kind: 'still-made', file, verdict: flagged.verdict });
    const { still } = (await curator.get<DeskCard>(`/api/desk/requests/${id}`)).body;
    expect(still).toMatchObject({ state: 'made', key: `${id}.still.2`, begins: true, flags: [{ policy: 'violence' }] });
    const url = String(still?.pictureUrl);
    const statuses = [curator, web.browser()].map(async (browser) => (await browser.ask('GET', url)).status);
    expect(await Promise.all(statuses)).toEqual([200, 404]);
    const approved = await press({ action: 'approve', prompt: 'a red kite', still: still?.key });
    expect(approved.card.request.state).toBe('approved');
    expect(await web.store.requests.find(id)).toMatchObject({ approval: { still: file } });
  });

  it('keeps a picture out for good where a curator says so, and not for what has none', async () => {
    const curator = await web.signIn();
    const picture = aFile('d', 'image/png');
    const decline = { action: 'decline', reason: 'off-topic', neverAgain: true };
    for (const asked of [{ picture }, {}]) {
      const { id } = await web.ask(asked, 'prompt-screened');
      const { body } = await curator.send<DeskAnswer>('POST', `/api/desk/requests/${id}`, decline);
      expect(body.outcome).toBe('done');
    }
    expect(await web.store.refusedPictures.find({ sha256: [picture.sha256], mark: null }, 0)).toMatchObject({
      ...{ policy: 'refused-picture', by: 'Noor' },
    });
    expect(await web.store.refusedPictures.count()).toBe(1);
  });

  it('keeps out by itself the picture of what is gravest, notes it, and lets it in again at a press', async () => {
    const { requests, refusedPictures } = web.store;
    const keepOut = async (picture: StoredFile, by: string) => {
      const at = '2026-11-01T10:00:00.000Z';
      await refusedPictures.add([{ hash: `sha256:${picture.sha256}`, policy: 'refused-picture', by, at }]);
    };
    const kept = (picture: StoredFile) => refusedPictures.find({ sha256: [picture.sha256], mark: null }, 0);
    const errors: unknown[] = [];
    const clock = () => new Date();
    const onError = (error: unknown) => errors.push(error);
    const following = startKeepingPicturesOut({ ...web.store, keepOut, clock, onError });
    await following.caughtUp;
    const [curator, of] = [await web.signIn(), (name: string) => aFile(name, 'image/png')];
    const found = (outcome: 'refuse' | 'review', policy: string, source: string): RequestEvent => {
      const findings: Finding[] = [
        { policy, outcome, evidence: 'seen', source, ...(source === 'rules@7' && { inWords: true }) },
      ];
      return { kind: 'prompt-screened', verdict: { outcome, findings, screenedBy: [source] } };
    };
    const words = await web.ask({ picture: of('1') }, found('refuse', 'crime-weapons', 'rules@7'));
    const suspected = await web.ask({ picture: of('2') }, found('review', 'extremism', 'policy-judge@1'));
    const milder = await web.ask({ picture: of('3') }, found('review', 'violence', 'policy-judge@1'));
    for (const { id } of [suspected, milder]) {
      await curator.send<DeskAnswer>('POST', `/api/desk/requests/${id}`, { action: 'decline', reason: 'rules' });
    }
    const grave = await web.ask({ picture: of('4') }, found('refuse', 'sexual-likeness', 'rules@7'));
    const noted = async (id: string) => (await requests.find(id))?.keptOut;
    await waitUntil(async () => (await noted(grave.id)) !== undefined, 'the picture to be kept out');
    expect(await noted(suspected.id)).toMatchObject({ letIn: null });
    expect([await kept(of('4')), await kept(of('2'))]).toMatchObject([{ by: 'screening' }, { by: 'Noor' }]);
    // Whose words alone are grave may have sent anybody's picture.
    expect([await kept(of('1')), await kept(of('3'))]).toEqual([null, null]);
    expect([await noted(words.id), await noted(milder.id)]).toEqual([undefined, undefined]);

    const url = `/api/desk/requests/${grave.id}`;
    const before = (await curator.get<DeskCard>(url)).body;
    expect(before.pictureKeptOut).toBe('yes');
    expect(before.history.map(({ event }) => event)).toContain('picture-kept-out');
    const { body } = await curator.send<DeskAnswer>('POST', url, { action: 'let-picture-in' });
    expect(body).toMatchObject({ outcome: 'done', card: { pictureKeptOut: 'let-in' } });
    expect(body.card.history.at(-1)).toMatchObject({ event: 'picture-let-in', actor: 'Noor' });
    expect(await kept(of('4'))).toBeNull();
    await following.close();
    expect(errors).toEqual([]);
  });

  it('tells what keeps the bot from its work, until it is over', async () => {
    const curator = await web.signIn('Noor');
    const trouble = { platform: 'discord', kind: 'no-clips', place: '7', placeName: '#clips' } as const;
    await web.store.troubles.begin({ ...trouble, since: '2026-11-01T10:00:00.000Z' });
    const troubles = async () =>
      (await curator.get<DeskCounts>('/api/desk/counts')).body.troubles.map(({ text }) => text);
    expect(await troubles()).toEqual([expect.stringContaining('I may not post clips in #clips')]);
    await web.store.troubles.end(trouble);
    expect(await troubles()).toEqual([]);
  });

  it('lets one curator decide and tells the other', async () => {
    const { id } = await web.ask({}, flagged);
    const [noor, sam] = [await web.signIn('Noor'), await web.signIn('Sam')];
    const url = `/api/desk/requests/${id}`;
    expect((await noor.send<DeskAnswer>('POST', url, { action: 'claim' })).body).toMatchObject({
      ...{ outcome: 'done', message: null },
      card: { claim: { curator: 'Noor', mine: true } },
    });
    expect((await sam.get<DeskCard>(url)).body.claim).toMatchObject({ curator: 'Noor', mine: false });
    const late = await sam.send<DeskAnswer>(
      'POST',
      url,
      { action: 'decline', reason: 'off-topic' },
      { 'accept-language': 'ar' },
    );
    expect(late.body).toMatchObject({ outcome: 'held-by-another', message: expect.stringMatching(/ينظر.*Noor/) });
    const done = await noor.send<DeskAnswer>('POST', url, {
      ...{ action: 'approve', prompt: 'a calmer boat', options: { seconds: 4 }, note: 'calmer' },
    });
    expect(done.body).toMatchObject({
      outcome: 'done',
      card: { request: { state: 'approved' }, plan: { seconds: 4 } },
    });
    const again = await sam.send<DeskAnswer>('POST', url, { action: 'approve' });
    expect(again.body).toMatchObject({ outcome: 'already-decided', message: expect.stringContaining('Noor') });
    expect(await web.found(id)).toMatchObject({
      approval: { prompt: 'a calmer boat', curator: 'Noor', note: 'calmer' },
    });
  });

  it('asks for a second curator where a policy does, and shows who was the first', async () => {
    const { id } = await web.ask({}, { kind: 'prompt-screened', verdict: { ...flagged.verdict, approvals: 2 } });
    const [noor, sam] = [await web.signIn('Noor'), await web.signIn('Sam')];
    const url = `/api/desk/requests/${id}`;
    expect((await sam.get<DeskCard>(url)).body).toMatchObject({ secondLook: { first: null }, firstApproval: null });
    const first = await noor.send<DeskAnswer>('POST', url, { action: 'approve', prompt: 'a calmer boat' });
    expect(first.body).toMatchObject({
      outcome: 'one-more-needed',
      message: expect.stringContaining('One more'),
      card: { request: { state: 'in-review' }, claim: null, secondLook: { first: 'Noor' } },
    });
    const again = await noor.send<DeskAnswer>('POST', url, { action: 'approve', prompt: 'a calmer boat' });
    expect(again.body).toMatchObject({ outcome: 'another-curator', message: expect.stringContaining('another') });
    const { firstApproval } = (await sam.get<DeskCard>(url)).body;
    expect(firstApproval).toMatchObject({ curator: 'Noor', prompt: 'a calmer boat' });
    const second = await sam.send<DeskAnswer>('POST', url, {
      ...{ action: 'approve', prompt: firstApproval?.prompt, options: firstApproval?.options },
    });
    expect(second.body).toMatchObject({ outcome: 'done', card: { request: { state: 'approved' }, secondLook: null } });
    expect(await web.found(id)).toMatchObject({ approval: { curator: 'Sam', first: 'Noor', prompt: 'a calmer boat' } });
  });

  it('lets one curator alone decline where two must approve', async () => {
    const { id } = await web.ask({}, { kind: 'prompt-screened', verdict: { ...flagged.verdict, approvals: 2 } });
    const url = `/api/desk/requests/${id}`;
    await (await web.signIn('Noor')).send('POST', url, { action: 'approve' });
    const declined = await (await web.signIn('Sam')).send('POST', url, { action: 'decline', reason: 'off-topic' });
    expect(declined.body).toMatchObject({ outcome: 'done', card: { request: { state: 'declined' } } });
  });

  it('shows failures, clips on hold and starts that may have been billed', async () => {
    const start = ['prompt-screened', 'approved', 'generation-started', 'shot-intended'] as const;
    const uncertain = await web.ask({}, ...start, 'shot-uncertain');
    const failed = await web.ask({}, ...start, 'shot-failed');
    const held: RequestEvent = { kind: 'clip-screened', verdict: flagged.verdict };
    const onHold = await web.ask(
      {},
      ...start,
      'shot-started',
      'shot-rendered',
      'shot-downloaded',
      'clip-finished',
      held,
    );
    const curator = await web.signIn();
    const { body } = await curator.get<DeskPage>('/api/desk?view=attention');
    const wanted = [uncertain, failed, onHold].map(({ id }) => id);
    expect(body.lines.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    const cards = await Promise.all(wanted.map((id) => curator.get<DeskCard>(`/api/desk/requests/${id}`)));
    expect(cards.map((card) => card.body.attention?.kind)).toEqual(['may-have-been-billed', 'failed', 'clip-on-hold']);
    expect((await curator.get<DeskCounts>('/api/desk/counts')).body.attention).toBe(3);
    expect(cards[2]?.body.request.clip).not.toBeNull();
  });

  it('shows what was decided, newest first', async () => {
    const curator = await web.signIn();
    const { id } = await web.ask({}, flagged);
    await curator.send('POST', `/api/desk/requests/${id}`, { action: 'decline', reason: 'off-topic', note: 'Sorry' });
    const { body } = await curator.get<DeskPage>('/api/desk?view=decided');
    expect(body.lines.find((line) => line.id === id)).toMatchObject({ state: 'declined' });
    const card = (await curator.get<DeskCard>(`/api/desk/requests/${id}`)).body;
    expect(card.history.at(-1)).toMatchObject({
      event: 'declined',
      actor: 'Noor',
      detail: 'off-topic: Sorry',
      to: 'declined',
    });
  });

  it('is read page by page, and says who holds what', async () => {
    const made = [await web.ask({}, flagged), await web.ask({}, flagged), await web.ask({}, flagged)].map(
      ({ id }) => id,
    );
    const [noor, sam] = [await web.signIn('Noor'), await web.signIn('Sam')];
    await noor.send('POST', `/api/desk/requests/${made[1]}`, { action: 'claim' });
    const read: DeskPage['lines'] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body }: { body: DeskPage } = await sam.get<DeskPage>(`/api/desk?limit=2${next && `&after=${next}`}`);
      read.push(...body.lines);
      next = body.next;
    }
    expect(read.map(({ id }) => id).filter((id) => made.includes(id))).toHaveLength(3);
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
    expect(read.find(({ id }) => id === made[1])?.heldBy).toEqual({ curator: 'Noor', mine: false });
    const { claims } = (await sam.get<DeskClaims>('/api/desk/claims')).body;
    expect(claims.find(({ requestId }) => requestId === made[1])).toMatchObject({ curator: 'Noor', mine: false });
    for (const bad of ['after=nonsense', 'view=decided&order=most-wanted', `after=${btoa('["x",1]')}`]) {
      expect((await sam.get<ProblemView>(`/api/desk?${bad}`)).status, bad).toBe(400);
    }
  });

  it.each([
    [{ action: 'publish' }],
    [{ action: 'approve', prompt: '' }],
    [{ action: 'approve', options: { seconds: -1 } }],
    [{ action: 'approve', options: { aspect: { width: 0, height: 1 } } }],
    [{ action: 'take-down', reason: ' ' }],
  ])('does not take %j', async (action) => {
    const { id } = await web.ask({}, flagged);
    expect((await (await web.signIn()).send('POST', `/api/desk/requests/${id}`, action)).status).toBe(400);
    expect((await web.found(id)).version).toBe(2);
  });
});

describe('strikes', () => {
  it('stand on every card of their member, and are lifted with a reason', async () => {
    const requester = { platform: 'room', id: 'struck', name: 'Salma' };
    const refuse: RequestEvent = {
      kind: 'prompt-screened',
      verdict: {
        outcome: 'refuse',
        findings: [{ policy: 'minors', outcome: 'refuse', evidence: 'x', source: 'rules@1' }],
        screenedBy: ['rules@1'],
      },
    };
    const askedAt = new Date().toISOString();
    const refused = [1, 2, 3].map(() => web.ask({ requester, askedAt }, refuse));
    const [first] = await Promise.all(refused);
    const waiting = await web.ask({ requester, askedAt }, flagged);
    const curator = await web.signIn('Noor');
    const card = async () => (await curator.get<DeskCard>(`/api/desk/requests/${waiting.id}`)).body.strikes;
    expect(await card()).toMatchObject({ weight: 12, slowSeconds: 3600, blockedUntil: expect.any(String) });
    const lift = { action: 'lift-strike', reason: 'it was a line of a play' };
    expect((await curator.send('POST', `/api/desk/requests/${first?.id}`, { action: 'lift-strike' })).status).toBe(400);
    const lifted = await curator.send<DeskAnswer>('POST', `/api/desk/requests/${first?.id}`, lift);
    expect(lifted.body).toMatchObject({
      outcome: 'done',
      card: {
        history: expect.arrayContaining([
          expect.objectContaining({ event: 'strike-lifted', actor: 'Noor', detail: lift.reason }),
        ]),
      },
    });
    const after = await card();
    expect(after).toMatchObject({ weight: 8, slowSeconds: 3600, blockedUntil: null });
    expect(after.list.find(({ requestId }) => requestId === first?.id)).toMatchObject({
      counts: false,
      word: { curator: 'Noor', reason: lift.reason },
    });
  });
});
