import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askInWords, modelFor } from '../../../../../src/generation/engines/ai-sdk/ask-in-words.ts';
import { falAddress } from '../../../../../src/generation/engines/ai-sdk/fal-answers.ts';
import { openAiSdk } from '../../../../../src/generation/engines/ai-sdk/open-ai-sdk.ts';
import type { ShotOrder } from '../../../../../src/requests/index.ts';
import { fakeFilms as films } from '../../../../simulators/engines/fake-films.ts';
import type { HostedProvider } from '../../../../simulators/engines/hosted/hosted-dialects.ts';
import { startHostedSimulator } from '../../../../simulators/engines/hosted/hosted-simulator.ts';

const ORDER: ShotOrder = {
  prompt: 'a paper boat',
  aspect: { width: 9, height: 16 },
  seconds: 6,
  resolution: 720,
  framesPerSecond: 24,
  style: null,
  seed: 7,
  sound: 'none',
  picture: null,
};
const PICTURE = { sha256: 'a'.repeat(64), type: 'image/png', bytes: 4 } as NonNullable<ShotOrder['picture']>;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-asking-'));
  await writeFile(join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a provider understood of an order that its real package sent. */
async function understood(provider: HostedProvider, model: string, changes: Partial<ShotOrder> = {}) {
  const simulator = await startHostedSimulator({ provider, films });
  const common = { key: 'k', pricePerSecond: 0.1, concurrency: 1, checkAfterMs: 5 };
  const resolvePicture = async () => join(folder, 'picture.png');
  const engine = await openAiSdk({ ...common, resolvePicture, url: simulator.url, model: `${provider}:${model}` });
  const answer = await engine.start({ ...ORDER, ...changes }, 'key');
  await engine.close();
  await simulator.close();
  return answer.outcome === 'started' ? [...simulator.vendor.jobs.values()][0] : answer;
}

describe('what is ordered is what is understood', () => {
  it.each<[HostedProvider, string]>([
    ['fal', 'fal-ai/veo3.1'],
    ['fal', 'fal-ai/kling-video/v3/pro/text-to-video'],
    ['fal', 'alibaba/wan-3.0/text-to-video'],
    ['google', 'veo-3.1-generate-preview'],
    ['xai', 'grok-imagine-video-1.5'],
  ])('by %s of %s: length, shape and resolution', async (provider, model) => {
    const tall = { seconds: 6, width: 720, height: 1280, picture: false };
    expect(await understood(provider, model)).toMatchObject(tall);
  });

  it.each<[HostedProvider, string]>([
    ['google', 'veo-3.1-generate-preview'],
    ['xai', 'grok-imagine-video-1.5'],
  ])('by %s of %s: with which picture it ends', async (provider, model) => {
    const ends = { picture: true, ends: true };
    expect(await understood(provider, model, { picture: PICTURE, ends: PICTURE })).toMatchObject(ends);
    expect(await understood(provider, model, { picture: PICTURE })).not.toHaveProperty('ends');
  });

  it('never by one whose model would pass over the last picture', async () => {
    const asked = understood('fal', 'fal-ai/veo3.1', { picture: PICTURE, ends: PICTURE });
    expect(await asked).toMatchObject({ outcome: 'refused' });
  });

  it.each([
    ['fal-ai/veo3.1', 'fal-ai/veo3.1/image-to-video'],
    ['fal-ai/kling-video/v3/pro/text-to-video', 'fal-ai/kling-video/v3/pro/image-to-video'],
    ['alibaba/wan-3.0/image-to-video', 'alibaba/wan-3.0/image-to-video'],
  ])('by fal of %s with a picture, which another model of the family begins with', async (model, asked) => {
    expect(await understood('fal', model, { picture: PICTURE })).toMatchObject({ model: asked, picture: true });
  });

  it.each<HostedProvider>(['google', 'xai'])('by %s with a picture', async (provider) => {
    const model = provider === 'google' ? 'veo-3.1-generate-preview' : 'grok-imagine-video-1.5';
    expect(await understood(provider, model, { picture: PICTURE })).toMatchObject({ picture: true });
  });

  it('and no sound is paid for that nobody asked for', async () => {
    expect(await understood('fal', 'fal-ai/veo3.1')).toMatchObject({ sound: false });
    expect(await understood('fal', 'fal-ai/veo3.1', { sound: 'ambience' })).toMatchObject({ sound: true });
  });
});

it.each([
  ['kwaivgi/kling-v3-video', 'start_image'],
  ['minimax/hailuo-2.3', 'first_frame_image'],
])('names the picture as %s at Replicate does', (model, name) => {
  const { providerOptions } = askInWords({
    provider: 'replicate',
    model,
    order: ORDER,
    picture: 'data:image/png;base64,',
  });
  expect(providerOptions?.replicate).toMatchObject({ [name]: 'data:image/png;base64,', resolution: '720p' });
});

it('asks the model for words again that was set for pictures', () => {
  const asked = (model: string, picture: string | null) => modelFor({ provider: 'fal', model, picture });
  expect(asked('fal-ai/ltx-2.3/image-to-video/fast', null)).toBe('fal-ai/ltx-2.3/text-to-video/fast');
  expect(asked('fal-ai/veo3.1/image-to-video', null)).toBe('fal-ai/veo3.1');
  expect(asked('fal-ai/some-model', 'data:')).toBe('fal-ai/some-model');
  expect(modelFor({ provider: 'xai', model: 'text-to-video', picture: 'data:' })).toBe('text-to-video');
});

it('finds models at fal that are not fal’s own', () => {
  const api = 'https://queue.fal.run';
  expect(falAddress(`${api}/fal-ai/wan/v2.6/text-to-video`, 'wan/v2.6/text-to-video')).toBe(
    `${api}/wan/v2.6/text-to-video`,
  );
  expect(falAddress(`${api}/fal-ai/veo3.1`, 'fal-ai/veo3.1')).toBe(`${api}/fal-ai/veo3.1`);
  expect(falAddress(`${api}/fal-ai/veo3.1`, 'veo3.1')).toBe(`${api}/fal-ai/veo3.1`);
  expect(falAddress(`${api}/wan/v2.6/requests/1`, 'wan/v2.6/text-to-video')).toBe(`${api}/wan/v2.6/requests/1`);
});
