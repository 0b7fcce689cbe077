import { copyFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFolderFileStore } from '../../../../src/files/folder-file-store.ts';
import { finishClip } from '../../../../src/generation/finishing/finish-clip.ts';
import { planClip } from '../../../../src/generation/plan-clip.ts';
import { createMediaTools } from '../../../../src/media/contained-media-tools.ts';
import { runContained } from '../../../../src/media/contained-process.ts';
import type { WhatWasSeen } from '../../media/contained/watch-through.task.ts';
import { createSources, type Sources } from '../../media/sources.ts';

const LIMITS = { timeoutMs: 120_000, maxMemoryBytes: 1e9, output: { paths: [], maxBytes: 1e9 } };
const TONE = 300;

let sources: Sources;
beforeAll(async () => {
  sources = await createSources();
});
afterAll(() => sources.dispose());

it('a minute of shots of eight seconds plays through without a jump in sound or a black frame', async () => {
  const engine = {
    id: 'e',
    limits: {
      seconds: { min: 4, max: 8, step: 2 },
      ...{ aspects: 'any' as const, resolutions: [360 as const], framesPerSecond: [12], sounds: ['ambience' as const] },
      ...{ picture: true, tolerance: { sides: 0, seconds: 0 }, pricePerSecond: 0, concurrency: 1 },
      ...{ deadlineMs: 1, idempotency: 'none' as const },
    },
  };
  const options = { seconds: 60, aspect: { width: 1, height: 1 } };
  const plan = planClip({ id: 'r', picture: null }, { prompt: 'a paper boat', options }, [engine]);
  if (plan.outcome !== 'fits') throw new Error('It does not fit');
  expect(plan.shots.map(({ seconds }) => seconds)).toEqual([8, 8, 8, 8, 8, 8, 6, 6]);
  const media = createMediaTools();
  const files = await createFolderFileStore({ directory: sources.path('store') });
  const shots = [];
  for (const order of plan.shots) {
    const film = await sources.video('shot.mp4', {
      width: 360,
      height: 360,
      framesPerSecond: 12,
      from: 1,
      frames: order.seconds * 12,
      tone: TONE,
    });
    const path = await files.temporaryPath('.mp4');
    await copyFile(film, path);
    shots.push({ order, file: await files.putFile(path, 'video/mp4') });
  }
  const toFinish = {
    shots,
    prompt: 'a paper boat',
    locale: 'en' as const,
    engine: 'e',
    tolerance: engine.limits.tolerance,
  };
  const finished = await finishClip(toFinish, { files, media, renditionLimits: {} });
  if (finished.outcome !== 'finished') throw new Error(JSON.stringify(finished.reason));
  expect(finished.clip.seconds).toBeCloseTo(60, 3);
  const path = await files.localPath(finished.clip.master);
  const watch = new URL('../../media/contained/watch-through.task.ts', import.meta.url);
  const seen = await runContained<WhatWasSeen>(watch, { path, seconds: 60 }, LIMITS);
  expect(seen).toMatchObject({ frames: 720, black: 0 });
  // A tone climbs so much in a sample, twice where two lie over each other; each film begins anew, in the middle of it.
  expect(seen.steepest).toBeLessThan(2 * 0.5 * Math.sin((2 * Math.PI * TONE) / 48_000));
  expect(seen.silence).toBeLessThan(0.03);
}, 120_000);
