import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/app/new-id.ts';
import type { Call } from '../../../src/calls/call.ts';
import type { PromptRequest } from '../../../src/requests/index.ts';
import { pairOf } from '../../../src/voting/duel-store.ts';
import { findWinners } from '../../../src/voting/find-winners.ts';
import type { ProblemView, RequestView, ResultsPage, ThreadView } from '../../../src/web/api/contract.ts';
import type { DuelBoardPage, DuelPage } from '../../../src/web/api/contract-of-duels.ts';
import type { VoteCases } from '../../../src/web/api/contract-of-votes.ts';
import type { CallWinners } from '../../../src/web/api/contract-of-winners.ts';
import { writeTicket } from '../../../src/web/api/duel-ticket.ts';
import { anApproval } from '../../samples/requests.ts';
import { waitUntil } from '../../services.ts';
import type { TestBrowser } from './browser.ts';
import { deliveredWith, openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
let clip: PromptRequest;
beforeAll(async () => {
  web = await openTestWeb();
  clip = await web.ask({}, ...deliveredWith(await web.keepClip()));
});
afterAll(() => web.close());

describe('a vote', () => {
  it('for a request counts once a member, and can be taken back', async () => {
    const { id } = await web.ask({}, 'prompt-screened');
    const [one, two] = [web.browser(), web.browser()];
    const vote = `/api/requests/${id}/vote`;
    await one.send('PUT', vote);
    expect((await one.send('PUT', vote)).body).toEqual({
      ...{ votes: 1, viewers: 1, voted: true },
      ...{ heldVotes: 0, voteHeld: false },
    });
    expect((await two.send('PUT', vote)).body).toMatchObject({ votes: 2, voted: true });
    expect((await one.send('DELETE', vote)).body).toMatchObject({ votes: 1, voted: false });
    expect((await two.get<RequestView>(`/api/requests/${id}`)).body).toMatchObject({
      votes: 1,
      voted: true,
      canVote: true,
      clip: null,
    });
  });

  it('for a clip counts beside those who only saw it', async () => {
    const [voter, viewer] = [web.browser(), web.browser()];
    expect((await viewer.send('POST', `/api/clips/${clip.id}/view`)).status).toBe(204);
    await viewer.send('POST', `/api/clips/${clip.id}/view`);
    await voter.send('PUT', `/api/clips/${clip.id}/vote`);
    const seen = await voter.get<RequestView>(`/api/requests/${clip.id}`);
    expect(seen.body.clip).toMatchObject({ votes: 1, viewers: 2, voted: true, engine: 'storyboard' });
    expect((await viewer.get<RequestView>(`/api/requests/${clip.id}`)).body.clip?.voted).toBe(false);
  });

  it('is not for one’s own, nor for what is not there to be voted for', async () => {
    const asker = web.browser();
    const { body } = await asker.post<ThreadView>({ text: '@opencall a boat' });
    const own = await web.askBy(body, 'prompt-screened');
    const code = async (browser: typeof asker, url: string) =>
      (await browser.send<{ code: string }>('PUT', url)).body.code;
    expect(await code(asker, `/api/requests/${own.id}/vote`)).toBe('own-request');
    expect(await code(web.browser(), `/api/clips/${own.id}/vote`)).toBe('not-open-for-votes');
    expect(await code(web.browser(), `/api/requests/${clip.id}/vote`)).toBe('not-open-for-votes');
    expect(await code(web.browser(), '/api/requests/nothing/vote')).toBe('not-found');
    expect((await asker.send('POST', `/api/clips/${own.id}/view`)).status).toBe(404);
  });
});

describe('results', () => {
  it('come in the order asked for', async () => {
    const better = await web.ask({}, ...deliveredWith(await web.keepClip()));
    const newest = await web.ask({}, ...deliveredWith(await web.keepClip()));
    for (let each = 0; each < 5; each += 1) await web.browser().send('PUT', `/api/clips/${better.id}/vote`);
    const best = await web.browser().get<ResultsPage>('/api/results?window=week');
    expect(best.body.results.map(({ id }) => id)).toEqual([better.id, clip.id, newest.id]);
    const { body } = await web.browser().get<ResultsPage>('/api/results?order=newest');
    expect([body.results[0]?.id, body.total]).toEqual([newest.id, 3]);
    expect(body.results[0]?.clip?.videoUrl).toMatch(/^\/files\/[0-9a-f]{64}\?request=/);
    expect((await web.browser().get<ResultsPage>('/api/results?offset=3')).body.results).toEqual([]);
  });

  it('want questions that make sense', async () => {
    expect(await web.browser().get('/api/results?order=worst')).toMatchObject({
      status: 400,
      body: { code: 'invalid', field: 'order' },
    });
    expect(await web.browser().get('/api/results?offset=-1')).toMatchObject({ status: 400, body: { field: 'offset' } });
  });
});

describe('a duel', () => {
  const asks = (browser: TestBrowser, call = '') => browser.get<DuelPage>(`/api/duels${call && `?call=${call}`}`);
  const answers = (browser: TestBrowser, ticket: string | undefined, answer: string) =>
    browser.send<DuelPage & ProblemView>('POST', '/api/duels', { ticket, answer });
  const clips: PromptRequest[] = [];
  const callId = 'duels';
  beforeAll(async () => {
    await web.store.calls.save({ ...(await standingCall()), id: callId, opensAt: '2026-06-01T00:00:00.000Z' });
    for (let each = 0; each < 4; each += 1)
      clips.push(await web.ask({ callId }, ...deliveredWith(await web.keepClip())));
  });
  const standingCall = async () => {
    const call = await web.store.calls.find('standing');
    if (!call) throw new Error('There is no standing call');
    return call;
  };

  it('is asked about each pair once, in one call, and tells nothing of who made the clips or voted for them', async () => {
    const voter = web.browser();
    const pairs = new Set<string>();
    let page = (await asks(voter)).body;
    expect(page.calls[0]).toMatchObject({ id: callId, clips: 4 });
    const again = (await asks(voter)).body.duel;
    expect([again?.left.id, again?.right.id]).toEqual([page.duel?.left.id, page.duel?.right.id]);
    while (page.duel) {
      const { ticket, left, right } = page.duel;
      expect(clips.map(({ id }) => id)).toEqual(expect.arrayContaining([left.id, right.id]));
      expect(JSON.stringify([left, right])).not.toMatch(/requester|votes|viewers/);
      pairs.add([left.id, right.id].toSorted().join());
      page = (await answers(voter, ticket, 'left')).body;
    }
    expect([pairs.size, page.answered]).toEqual([6, 6]);
  });

  it('has one answer of each voter, about what they were shown', async () => {
    const [voter, other] = [web.browser(), web.browser()];
    const { duel } = (await asks(voter)).body;
    const before = await web.store.duels.mark(callId);
    expect((await answers(other, duel?.ticket, 'left')).body.code).toBe('not-open-for-votes');
    expect((await answers(voter, `${duel?.ticket}x`, 'left')).body.code).toBe('not-open-for-votes');
    expect((await answers(voter, 'e30.e30', 'left')).body.code).toBe('not-open-for-votes');
    expect((await answers(voter, duel?.ticket, 'both')).status).toBe(400);
    expect(await web.store.duels.mark(callId)).toBe(before);
    const once = (await answers(voter, duel?.ticket, 'right')).body;
    const twice = (await answers(voter, duel?.ticket, 'left')).body;
    expect([once.answered, twice.answered]).toEqual([1, 1]);
    const member = `room:${visitorOf(voter)}`;
    const [kept] = await web.store.duels.answeredBy(member);
    expect(kept?.answer === 'first' ? kept?.first : kept?.second).toBe(duel?.right.id);
  });

  it('is never about one’s own, nor about what was taken down', async () => {
    const asker = web.browser();
    await asker.get('/api/me');
    const requester = { platform: 'room', id: visitorOf(asker), name: 'Salma' };
    const own = await web.ask({ callId: 'own', requester }, ...deliveredWith(await web.keepClip()));
    const [one, two] = [
      await web.ask({ callId: 'own' }, ...deliveredWith(await web.keepClip())),
      await web.ask({ callId: 'own' }, ...deliveredWith(await web.keepClip())),
    ];
    await web.store.calls.save({ ...(await standingCall()), id: 'own' });
    const { duel } = (await asks(asker, 'own')).body;
    expect([duel?.left.id, duel?.right.id].toSorted()).toEqual([one.id, two.id].toSorted());
    const ticket = { voter: `room:${visitorOf(asker)}`, callId: 'own', left: own.id, right: one.id };
    const signed = writeTicket(ticket, 'a secret of at least thirty-two characters');
    expect((await answers(asker, signed, 'left')).body.code).toBe('own-request');
    await web.happen(one.id, 'taken-down');
    expect((await answers(asker, duel?.ticket, 'left')).body.code).toBe('not-open-for-votes');
  });

  it('shows the words that a clip was made from, not those that a curator took out', async () => {
    const asked = { callId: 'changed', prompt: 'a boat of somebody who wants no boat' };
    for (let each = 0; each < 2; each += 1) await web.ask(asked, ...deliveredWith(await web.keepClip()));
    await web.store.calls.save({ ...(await standingCall()), id: 'changed' });
    const voter = web.browser();
    const { duel } = (await asks(voter, 'changed')).body;
    const made = anApproval().prompt;
    expect([duel?.left.prompt, duel?.right.prompt]).toEqual([made, made]);
    await answers(voter, duel?.ticket, 'left');
    const board = async () => (await voter.get<DuelBoardPage>('/api/duels/board?call=changed')).body;
    await waitUntil(async () => (await board()).answers === 1, 'The board');
    expect((await board()).lines.map(({ prompt }) => prompt)).toEqual([made, made]);
  });

  it('counts on the board, which says nothing of who answered what', async () => {
    const board = async () => (await web.browser().get<DuelBoardPage>(`/api/duels/board?call=${callId}`)).body;
    await waitUntil(async () => (await board()).answers === 7, 'The board');
    const body = await board();
    expect(body.call?.id).toBe(callId);
    expect(body.lines.map(({ id }) => id).toSorted()).toEqual(clips.map(({ id }) => id).toSorted());
    expect(body.lines.every(({ low, share, high }) => low < share && share < high)).toBe(true);
    expect(JSON.stringify(body)).not.toMatch(/voter|room:/);
    const page = await (await fetch(`${web.url}/board?by=duels&call=${callId}&locale=en`)).text();
    expect(page.match(/<th scope="row">/g)).toHaveLength(clips.length);
    expect(page).toContain(`Place 1 to ${clips.length}`);
    expect(page).toContain('7 answers counted');
    expect((await web.browser().get<DuelBoardPage>('/api/duels/board?call=none')).body.call?.id).toBe(callId);
  });
});

describe('votes that look agreed upon', () => {
  it('count only once a lead has released them, who is told of no voter, and has to say why', async () => {
    const { id } = await web.ask({}, 'prompt-screened');
    const { voteCases } = web.store;
    for (let each = 0; each < 3; each += 1) await web.browser().send('PUT', `/api/requests/${id}/vote`);
    const all = await voteCases.votesSince('2026-01-01T00:00:00.000Z');
    const votes = all.filter(({ target }) => target === `request:${id}`).map((vote) => ({ ...vote, since: vote.at }));
    expect(await voteCases.hold(`case-of-${id}`, { pattern: 'burst', votes }, new Date().toISOString())).toBe(3);
    const total = async () => (await web.browser().get<RequestView>(`/api/requests/${id}`)).body.votes;
    expect(await total()).toBe(0);
    const lead = await web.signIn('Lea', 'lead');
    const { body } = await lead.get<VoteCases>('/api/desk/vote-cases');
    const [found] = body.cases;
    const targets = [{ kind: 'request', id }];
    expect(found).toMatchObject({ pattern: 'burst', standing: 'held', votes: 3, voters: 3, targets });
    expect(JSON.stringify(body)).not.toContain('room:');
    const settle = (standing: string, reason: string) =>
      lead.send<VoteCases>('POST', `/api/desk/vote-cases/${found?.id}`, { standing, reason });
    expect((await settle('released', ' ')).status).toBe(400);
    const released = (await settle('released', 'a class of students')).body.cases.find((each) => each.id === found?.id);
    expect(released).toMatchObject({
      standing: 'released',
      acts: [
        { act: 'held', curator: null },
        { act: 'released', curator: 'Lea', reason: 'a class of students', votes: 3 },
      ],
    });
    expect(await total()).toBe(3);
    await settle('void', 'it was no class');
    expect(await total()).toBe(0);
    const unknown = { standing: 'void', reason: 'nothing' };
    expect((await lead.send('POST', '/api/desk/vote-cases/none', unknown)).status).toBe(404);
  });
});

describe('who came too lately', () => {
  it('is told how long it takes, and neither votes nor compares', async () => {
    const voteLimits = { accountDays: 3, membershipDays: 0 };
    const other = await openTestWeb({ voteLimits, newId: () => newId() }, web);
    try {
      const visitor = other.browser();
      const { status, body } = await visitor.send<ProblemView>('PUT', `/api/clips/${clip.id}/vote`);
      expect([status, body.code, body.message]).toEqual([403, 'account-too-new', expect.stringContaining('3 days')]);
      const { duel } = (await visitor.get<DuelPage>('/api/duels?call=duels')).body;
      const sent = { ticket: duel?.ticket, answer: 'left' };
      expect((await visitor.send<ProblemView>('POST', '/api/duels', sent)).body.code).toBe('account-too-new');
    } finally {
      await other.close();
    }
  });
});

describe('the winners of a call', () => {
  const DAY_MS = 24 * 3_600_000;
  const find = (clock = () => new Date()) => findWinners({ ...web.store, clock });
  const winnersOf = (id: string) => web.browser().get<CallWinners>(`/api/calls/${id}/winners`);
  const page = async (id: string) => (await web.browser().get<string>(`/results?call=${id}&locale=en`)).body;
  const made = async (callId: string) => web.ask({ callId }, ...deliveredWith(await web.keepClip()));
  const voteFor = async ({ id }: PromptRequest, votes: number) => {
    for (let each = 0; each < votes; each += 1) await web.browser().send('PUT', `/api/clips/${id}/vote`);
  };

  async function close(id: string, changes: Partial<Call> = {}): Promise<void> {
    const standing = await web.store.calls.find('standing');
    if (!standing) throw new Error('There is no standing call');
    const theme = { en: `Theme <of> ${id}`, ar: 'موضوع' };
    const version = (await web.store.calls.find(id))?.version ?? 0;
    await web.store.calls.save({
      ...standing,
      id,
      version,
      theme,
      closesAt: new Date(Date.now() - 1000).toISOString(),
      ...changes,
    });
  }

  it('are found by votes once nothing asked in it may still become a clip, and stand from then on', async () => {
    await close('won', { closesAt: null });
    const [first, second, third, none] = [await made('won'), await made('won'), await made('won'), await made('won')];
    const waiting = await web.ask({ callId: 'won' }, 'prompt-screened');
    await Promise.all([voteFor(first, 3), voteFor(second, 1), voteFor(third, 1)]);
    expect((await winnersOf('won')).status).toBe(404);
    await close('won');
    expect(await find()).toEqual([]);
    expect((await winnersOf('won')).body).toMatchObject({ by: 'votes', foundAt: null, winners: [] });
    expect(await page('won')).toContain('Who won is told once');
    await web.happen(waiting.id, 'declined');
    expect(await find()).toMatchObject([
      { callId: 'won', winners: [{ id: first.id, place: 1 }, { place: 2 }, { place: 2 }] },
    ]);
    await voteFor(none, 5);
    expect(await find()).toEqual([]);
    const { body } = await winnersOf('won');
    expect(body.winners.map(({ place }) => place)).toEqual([1, 2, 2]);
    expect(body.winners[0]?.request.id).toBe(first.id);
    const ofClip = (await web.browser().get<string>(`/clips/${first.id}?locale=en`)).body;
    expect(ofClip).toContain('<dt>Place among the winners</dt><dd>1</dd>');
    const seconds = body.winners.slice(1).map(({ request }) => request.id);
    expect(seconds.toSorted()).toEqual([second.id, third.id].toSorted());
    expect(await page('won')).toMatch(
      /Who won “Theme &lt;of&gt; won”.+by the votes for each clip.+<td class="number">1<\/td>/s,
    );
    await web.happen(first.id, 'taken-down');
    expect((await winnersOf('won')).body.winners.map(({ place }) => place)).toEqual([2, 2]);
    // An end to come opens it again: then nobody has won it yet.
    await close('won', { closesAt: new Date(Date.now() + 60 * DAY_MS).toISOString() });
    expect((await winnersOf('won')).status).toBe(404);
    expect(await page('won')).not.toContain('Who won');
  });

  it('are found by duels where the call says so, as many as it says', async () => {
    const [one, two] = [await made('duelled'), await made('duelled')];
    const pair = pairOf(one.id, two.id);
    const answer = pair.first === two.id ? 'first' : 'second';
    await web.store.duels.answer('room:a', { ...pair, callId: 'duelled', answer, at: new Date().toISOString() });
    await voteFor(one, 1);
    await close('duelled', { winners: { by: 'duels', places: 1 } });
    expect(await find()).toMatchObject([{ callId: 'duelled', by: 'duels', winners: [{ id: two.id, place: 1 }] }]);
    expect(await page('duelled')).toContain('which of two clips is better');
  });

  it('are found a week after all was to be chosen, whatever still waits, and are nobody where nobody voted', async () => {
    await web.ask({ callId: 'left' }, 'prompt-screened');
    await close('left');
    expect(await find(() => new Date(Date.now() + 7 * DAY_MS))).toEqual([]);
    expect(await find(() => new Date(Date.now() + 8 * DAY_MS))).toMatchObject([{ callId: 'left', winners: [] }]);
    expect(await page('left')).toContain('nobody won');
  });
});

/** The id that the cookie carries. */
function visitorOf(browser: TestBrowser): string {
  return decodeURIComponent(browser.cookies.get('open-call-visitor') ?? '').split('.')[1] ?? '';
}

describe('a vote that looks agreed upon', () => {
  it('is shown as held while it is: how many to everybody, and to who cast it that it is theirs', async () => {
    const { id } = await web.ask({}, ...deliveredWith(await web.keepClip()));
    const voters = [web.browser(), web.browser(), web.browser()];
    for (const voter of voters) await voter.send('PUT', `/api/clips/${id}/vote`);
    const { voteCases } = web.store;
    const cast = (await voteCases.votesSince('2020-01-01T00:00:00.000Z')).filter(
      ({ target }) => target === `clip:${id}`,
    );
    const votes = cast.slice(1).map((vote) => ({ ...vote, since: vote.at }));
    await voteCases.hold(`case-${id}`, { pattern: 'burst', votes }, new Date().toISOString());
    const seen = await Promise.all(
      [...voters, web.browser()].map(async (each) => (await each.get<RequestView>(`/api/requests/${id}`)).body.clip),
    );
    expect(seen.map((each) => [each?.votes, each?.heldVotes])).toEqual(Array(4).fill([1, 2]));
    expect(seen.filter((each) => each?.voteHeld)).toHaveLength(2);
    expect(seen.at(-1)?.voteHeld).toBe(false);
    const said = '2 more votes are held until somebody has looked at them';
    for (const path of [`/clips/${id}`, '/board', '/results?order=newest'])
      expect([path, (await (await web.browser().ask('GET', path)).text()).includes(said)]).toEqual([path, true]);
  });

  it('is shown as held where it was cast for what waits, or in a duel', async () => {
    const asked = await web.ask({}, 'prompt-screened');
    const [voter, other] = [web.browser(), web.browser()];
    await voter.send('PUT', `/api/requests/${asked.id}/vote`);
    const callId = 'held-duels';
    const pair = pairOf(
      (await web.ask({ callId }, ...deliveredWith(await web.keepClip()))).id,
      (await web.ask({ callId }, ...deliveredWith(await web.keepClip()))).id,
    );
    const standing = await web.store.calls.find('standing');
    if (standing) await web.store.calls.save({ ...standing, id: callId });
    const at = new Date().toISOString();
    await web.store.duels.answer(`room:${visitorOf(voter)}`, { ...pair, callId, answer: 'first', at });
    const { voteCases } = web.store;
    const ours = (await voteCases.votesSince('2020-01-01T00:00:00.000Z'))
      .filter(({ target }) => [`request:${asked.id}`, `duel:${pair.first}`].includes(target))
      .map((vote) => ({ ...vote, since: vote.at }));
    expect(ours).toHaveLength(2);
    await voteCases.hold('case-of-both', { pattern: 'ring', votes: ours }, at);
    const supportFor = async (browser: TestBrowser) => {
      const { votes, heldVotes, voteHeld } = (await browser.get<RequestView>(`/api/requests/${asked.id}`)).body;
      return [votes, heldVotes, voteHeld];
    };
    expect([await supportFor(voter), await supportFor(other)]).toEqual([
      [0, 1, true],
      [0, 1, false],
    ]);
    const boardFor = async (browser: TestBrowser) => {
      const { body } = await browser.get<DuelBoardPage>(`/api/duels/board?call=${callId}`);
      return [body.answers, body.heldAnswers, body.answerHeld];
    };
    expect([await boardFor(voter), await boardFor(other)]).toEqual([
      [0, 1, true],
      [0, 1, false],
    ]);
    const page = await (await other.ask('GET', `/board?by=duels&call=${callId}`)).text();
    expect(page).toContain('1 more answer is held until somebody has looked at it');
  });
});
