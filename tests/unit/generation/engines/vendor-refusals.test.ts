import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openAiSdk } from '../../../../src/generation/engines/ai-sdk/open-ai-sdk.ts';
import type { ShotOrder } from '../../../../src/requests/index.ts';

const ORDER: ShotOrder = {
  prompt: 'a paper boat sails down a rainy street',
  aspect: { width: 16, height: 9 },
  seconds: 6,
  resolution: 720,
  framesPerSecond: 24,
  style: null,
  seed: 7,
  sound: 'ambience',
  picture: null,
};

let close: () => void = () => {};
afterEach(() => close());

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What becomes of a shot at a vendor that answers a start with one thing and a look with another. */
async function statusAt(model: string, started: object, look: { status: number; body: object }) {
  const url = await serve((request, response) => {
    const isStart = request.method === 'POST';
    response.writeHead(isStart ? 200 : look.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isStart ? started : look.body));
  });
  const common = { pricePerSecond: 0.1, concurrency: 1, checkAfterMs: 5, resolvePicture: async () => '' };
  const engine = await openAiSdk({ ...common, key: 'key', url, model });
  const answer = await engine.start(ORDER, 'key');
  if (answer.outcome === 'refused') throw new Error(answer.failure.message);
  const status = await engine.check(answer.operation);
  await engine.close();
  return status;
}

const operation = 'models/veo-3.1/operations/1';

it.each([
  ['several reasons', { raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['It shows a person.', 'It may harm.'] }],
  ['a reason beside an empty list', { generatedSamples: [], raiMediaFilteredReasons: ['It shows a person.'] }],
])('Veo that is done without a video has turned it down, with %s', async (_, generateVideoResponse) => {
  const body = { name: operation, done: true, response: { generateVideoResponse } };
  const status = await statusAt('google:veo-3.1', { name: operation }, { status: 200, body });
  expect(status).toMatchObject({ state: 'failed', failure: { kind: 'moderation' } });
  expect(JSON.stringify(status)).toContain('It shows a person.');
});

it('Veo that is done without a video and without a reason has failed', async () => {
  const body = { name: operation, done: true, response: { generateVideoResponse: {} } };
  const status = await statusAt('google:veo-3.1', { name: operation }, { status: 200, body });
  expect(status).toMatchObject({ state: 'failed', failure: { kind: 'engine' } });
});

it('xAI that answers a look with 400 has turned it down for good', async () => {
  const body = { code: 'content-moderated', error: 'The video did not pass.' };
  const status = await statusAt('xai:grok-imagine-video-1.5', { request_id: 'r1' }, { status: 400, body });
  expect(status).toMatchObject({ state: 'failed', failure: { kind: 'moderation' } });
});
