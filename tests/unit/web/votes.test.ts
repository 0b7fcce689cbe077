import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptRequest } from '../../../src/requests/index.ts';
import type { RequestView, ResultsPage, ThreadView } from '../../../src/web/api/contract.ts';
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
    expect((await one.send('PUT', vote)).body).toEqual({ votes: 1, viewers: 1, voted: true });
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
