import { afterAll, beforeAll, expect, it } from 'vitest';
import { planClip } from '../../../../src/generation/plan-clip.ts';
import { createMediaTools } from '../../../../src/media/contained-media-tools.ts';
import { runContained } from '../../../../src/media/contained-process.ts';
import type { JoinPart } from '../../../../src/media/media-tools.ts';
import { engineLimits } from '../../../samples/engine-limits.ts';
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
    limits: engineLimits({ resolutions: [360], framesPerSecond: [12], sounds: ['ambience'] }),
  };
  const options = { seconds: 60, aspect: { width: 1, height: 1 } };
  const plan = planClip({ id: 'r', picture: null }, { prompt: 'a paper boat', options }, [engine]);
  if (plan.outcome !== 'fits') throw new Error('It does not fit');
  expect(plan.shots.map(({ seconds }) => seconds)).toEqual([8, 8, 8, 8, 8, 8, 6, 6]);
  const media = createMediaTools();
  const parts: JoinPart[] = [];
  for (const { seconds } of plan.shots) {
    const frames = seconds * 12;
    const look = { width: 360, height: 360, framesPerSecond: 12, from: 1, frames, tone: TONE };
    parts.push({ path: await sources.video(`shot-${parts.length}.mp4`, look), frames, fitting: { how: 'whole' } });
  }
  const path = sources.path('joined.mp4');
  await media.join({ parts, width: 360, height: 360, framesPerSecond: 12, sound: true }, path);
  const watch = new URL('../../media/contained/watch-through.task.ts', import.meta.url);
  const seen = await runContained<WhatWasSeen>(watch, { path, seconds: 60 }, LIMITS);
  expect(seen).toMatchObject({ frames: 720, black: 0 });
  // A tone climbs so much in a sample, twice where two lie over each other; each film begins anew, in the middle of it.
  expect(seen.steepest).toBeLessThan(2 * 0.5 * Math.sin((2 * Math.PI * TONE) / 48_000));
  expect(seen.silence).toBeLessThan(0.03);
}, 120_000);
