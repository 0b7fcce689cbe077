import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verification } from '../../../src/generation/provenance/verification.ts';
import type { VerifyFile } from '../../../src/generation/provenance/verify-file.ts';
import type { PromptRequest } from '../../../src/requests/index.ts';
import type { RequestView } from '../../../src/web/api/contract.ts';
import type { VerificationView } from '../../../src/web/api/contract-of-verifying.ts';
import { deliveredWith, openTestWeb, type TestWeb } from './open-test-web.ts';

let web: TestWeb;
let request: PromptRequest;
let video: string;
beforeAll(async () => {
  web = await openTestWeb();
  request = await web.ask({}, ...deliveredWith(await web.keepClip()));
  video = (await web.browser().get<RequestView>(`/api/requests/${request.id}`)).body.clip?.videoUrl ?? '';
});
afterAll(() => web.close());

const get = (headers: Record<string, string> = {}, method = 'GET') => web.browser().ask(method, video, { headers });

describe('a file', () => {
  it('comes whole with its type, and may be kept for an hour', async () => {
    const answer = await get();
    expect([answer.status, await answer.text()]).toEqual([200, '0123456789'.repeat(10)]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '100',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=3600, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  it.each([
    ['bytes=0-9', 'bytes 0-9/100', '0123456789'],
    ['bytes=95-', 'bytes 95-99/100', '56789'],
    ['bytes=95-2000', 'bytes 95-99/100', '56789'],
    ['bytes=-3', 'bytes 97-99/100', '789'],
    ['bytes=-1000', 'bytes 0-99/100', '0123456789'.repeat(10)],
  ])('comes in part for %s', async (range, contentRange, text) => {
    const answer = await get({ range });
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
      206,
      contentRange,
      text,
    ]);
  });

  it.each(['bytes=100-', 'bytes=5000-6000', 'bytes=-0'])('has nothing for %s', async (range) => {
    const answer = await get({ range });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */100']);
    expect((await answer.json()) as unknown).toMatchObject({ code: 'not-in-file' });
  });

  it.each(['bytes=9-5', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b', 'bytes=-'])('comes whole for %s', async (range) => {
    expect((await get({ range })).status).toBe(200);
  });

  it('is not sent again to who has it', async () => {
    const etag = (await get()).headers.get('etag') ?? '';
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get({ range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect((await get({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
  });

  it('tells its size without its bytes', async () => {
    const answer = await get({}, 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '100', '']);
  });
});

describe('who may see', () => {
  it('a delivered clip: everybody, until it is taken down; then curators', async () => {
    const taken = await web.ask({}, ...deliveredWith(await web.keepClip()));
    const url = video.replace(request.id, taken.id);
    expect((await web.browser().get(url)).status).toBe(200);
    await web.happen(taken.id, 'taken-down');
    expect((await web.browser().get(url)).status).toBe(404);
    // The same bytes still belong to the other request.
    expect((await web.browser().get(video)).status).toBe(200);
    const seen = await (await web.signIn()).get(url);
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
  });

  it('a clip that is not delivered yet: curators', async () => {
    const held = await web.ask({}, ...deliveredWith(await web.keepClip()).slice(0, -1));
    const url = video.replace(request.id, held.id);
    expect((await web.browser().get(url)).status).toBe(404);
    expect((await (await web.signIn()).get(url)).status).toBe(200);
  });

  it('a picture of a request from elsewhere: curators', async () => {
    const picture = await web.keep('a picture', 'image/jpeg');
    const { id } = await web.ask({ picture, requester: { platform: 'discord', id: '1', name: 'A' } });
    const url = `/files/${picture.sha256}?request=${id}`;
    expect((await web.browser().get(url)).status).toBe(404);
    expect((await (await web.signIn()).get(url)).status).toBe(200);
  });

  it('nothing that the named record does not have, or without a record', async () => {
    const secret = await web.keep('secret', 'image/png');
    const curator = await web.signIn();
    for (const query of ['', `?request=${request.id}`, '?request=nothing', '?post=nothing']) {
      expect((await curator.get(`/files/${secret.sha256}${query}`)).status).toBe(404);
    }
    expect((await curator.get(`/files/%2e%2e%2fetc?request=${request.id}`)).status).toBe(400);
  });

  it('nothing that a browser would run', async () => {
    const page = await web.keep('<script>alert(1)</script>', 'text/html');
    const { id } = await web.ask({ picture: page });
    const { headers } = await (await web.signIn()).get(`/files/${page.sha256}?request=${id}`);
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'application/octet-stream',
      'attachment',
    ]);
  });
});

describe('verifying a file', () => {
  let verifying: TestWeb;
  let answer: Verification;
  beforeAll(async () => {
    const verifyFile: VerifyFile = async (stream) => {
      stream.resume();
      return answer;
    };
    verifying = await openTestWeb({ verifyFile }, web);
  });
  afterAll(() => verifying.close());

  async function verify(field = 'video') {
    const form = new FormData();
    form.set(field, new Blob(['film'], { type: 'video/mp4' }), 'film.mp4');
    const response = await verifying.browser().ask('POST', '/api/verify', { body: form });
    return { status: response.status, body: (await response.json()) as VerificationView & { code?: string } };
  }
  const known = (requestId: string): Verification => ({
    ...{ outcome: 'verified', credentials: null },
    known: { requestId, by: 'frames', sureness: 'likely', share: 0.4 },
  });

  it('shows a clip that is on show, and of another only that it was made here', async () => {
    answer = known(request.id);
    const { body } = await verify();
    expect(body.known).toMatchObject({ by: 'frames', share: 0.4, engine: 'storyboard', clip: { videoUrl: video } });
    const blocked = await web.ask({ prompt: 'a secret' }, ...deliveredWith(await web.keepClip()), 'taken-down');
    answer = known(blocked.id);
    const hidden = await verify();
    expect(hidden.body.known).toMatchObject({ sureness: 'likely', clip: null, deliveredAt: null });
    expect(JSON.stringify(hidden.body)).not.toMatch(/secret|caption/);
    answer = known('forgotten');
    expect((await verify()).body.known).toBeNull();
  });

  it('says what is wrong with what was sent', async () => {
    answer = { outcome: 'rejected', reason: 'not-a-video' };
    expect(await verify()).toMatchObject({ status: 415, body: { code: 'video-not-readable' } });
    answer = { outcome: 'rejected', reason: 'too-large' };
    expect(await verify()).toMatchObject({ status: 413, body: { code: 'video-too-large' } });
    answer = { outcome: 'rejected', reason: 'busy' };
    expect(await verify()).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await verify('other')).toMatchObject({ status: 400, body: { code: 'one-video' } });
    expect((await verifying.browser().send('POST', '/api/verify', {})).status).toBe(415);
  });
});
