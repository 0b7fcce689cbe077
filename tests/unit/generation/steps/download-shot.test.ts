import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FileStore } from '../../../../src/files/file-store.ts';
import { createFolderFileStore } from '../../../../src/files/folder-file-store.ts';
import type { DialectId } from '../../../../src/generation/engines/openai-videos/dialects.ts';
import { createOpenaiVideosEngine } from '../../../../src/generation/engines/openai-videos/openai-videos-engine.ts';
import { createDownloadShot } from '../../../../src/generation/steps/download-shot.ts';
import { createMediaTools } from '../../../../src/media/contained-media-tools.ts';
import { createTakeInPicture } from '../../../../src/media/take-in-picture.ts';
import type { RequestEvent } from '../../../../src/requests/index.ts';
import { after, anOrder, EVENTS } from '../../../samples/requests.ts';
import { waitUntil } from '../../../services.ts';
import { fakeFilms as films } from '../../../simulators/engines/fake-films.ts';
import { startVideosSimulator } from '../../../simulators/engines/videos/videos-simulator.ts';

let folder: string;
let files: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-download-'));
  files = await createFolderFileStore({ directory: folder });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What comes of a rendered shot; `broken`: the server fails whoever asks for something besides the video. */
async function download(dialect: DialectId, { broken = false } = {}) {
  const simulator = await startVideosSimulator({ dialect, films, renderMs: 5 });
  const engine = createOpenaiVideosEngine({
    ...{ url: simulator.url, key: 'none', dialect, model: null, pricePerSecond: 0.1, concurrency: 1, checkAfterMs: 5 },
    resolvePicture: async () => '',
  });
  const breaking: typeof engine = {
    ...engine,
    download: async (operation, path) => {
      const outcome = await engine.download(operation, path);
      if (broken) simulator.vendor.arm('content', { kind: 'status', status: 500 });
      return outcome;
    },
  };
  const takeIn = createTakeInPicture({ files, media: createMediaTools() });
  const step = createDownloadShot({
    engines: { byId: () => breaking } as never,
    files,
    async takeInStill(path, signal) {
      const taken = await takeIn(createReadStream(path), { maxBytes: 1e6 }, { signal });
      return taken.outcome === 'taken' ? taken.file : null;
    },
  });
  try {
    const begun = await engine.start(anOrder({ seconds: 4 }), 'key');
    if (begun.outcome === 'refused') throw new Error(begun.failure.message);
    await waitUntil(async () => (await engine.check(begun.operation)).state === 'rendered', 'the video');
    const started: RequestEvent = { ...EVENTS['shot-started'], operation: begun.operation };
    const request = after(
      'prompt-screened',
      'approved',
      'generation-started',
      'shot-intended',
      started,
      'shot-rendered',
    );
    const { signal } = new AbortController();
    const result = await step({ request, work: { step: 'download-shot', shot: 0 }, signal } as never);
    if (result.next !== 'apply' || result.event.kind !== 'shot-downloaded') throw new Error('It was not fetched');
    return result.event;
  } finally {
    await engine.close();
    await simulator.close();
  }
}

it('keeps the still that the engine drew of it, decoded and written anew', async () => {
  const { file, still } = await download('openai');
  expect(file.type).toBe('video/mp4');
  expect(still?.type).toMatch(/^image\//);
});

it('does without where the dialect has none', async () => {
  expect(await download('vllm-omni')).not.toHaveProperty('still');
});

it('loses no video over a still that cannot be had', async () => {
  const { file, still } = await download('openai', { broken: true });
  expect(file.type).toBe('video/mp4');
  expect(still).toBeUndefined();
});
