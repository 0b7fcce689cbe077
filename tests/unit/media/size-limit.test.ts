import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSizeWatch, type SizeLimit } from '../../../src/media/video/size-limit.ts';
import { createSources, type Sources } from './sources.ts';

let sources: Sources;
let source: string;
beforeAll(async () => {
  sources = await createSources();
  // Each frame takes about as many bytes as the next.
  source = await sources.video('even.mp4', { look: 'noise', frames: 40 });
});
afterAll(() => sources.dispose());

const watch = (ends: SizeLimit['ends']) => createSizeWatch({ maxBytes: 1000, source, ends });

it('ends by appearances what would be half as large again, once enough of it is seen', async () => {
  const tooLarge = await watch('by-appearances');
  expect(tooLarge(150, 0.1)).toBeNull();
  const likely = tooLarge(450, 0.3);
  expect(likely).toBeGreaterThan(1300);
  expect(likely).toBeLessThan(1700);
});

it('bears a guess that is a little over at first, and less of it later', async () => {
  const tooLarge = await watch('by-appearances');
  expect(tooLarge(330, 0.3)).toBeNull();
  expect(tooLarge(960, 0.8)).not.toBeNull();
});

it('ends for certain only what is too large already', async () => {
  const tooLarge = await watch('for-certain');
  expect(tooLarge(900, 0.3)).toBeNull();
  expect(tooLarge(1001, 0.5)).toBeGreaterThan(1700);
});
