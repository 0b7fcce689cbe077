import { runContained } from '../../../../media/contained-process.ts';
import type { SoundBed } from '../../../sound-bed.ts';
import type { ComposeInput } from './compose-bed.task.ts';

/** A minute takes some two seconds and 200 MB. */
const TIMEOUT_MS = 120_000;
const MAX_MEMORY_BYTES = 1_000_000_000;
/** Two channels of 32 bits, and the head of the file. */
const BYTES_PER_SECOND = 48_000 * 8;

/** The sound that the storyboard makes of words, for clips of engines that bring none. */
export function createStoryboardBed(): SoundBed {
  return {
    async compose(order, toPath, signal) {
      const input: ComposeInput = { ...order, path: toPath };
      await runContained<null>(new URL('./compose-bed.task.ts', import.meta.url), input, {
        timeoutMs: TIMEOUT_MS,
        maxMemoryBytes: MAX_MEMORY_BYTES,
        output: { paths: [toPath], maxBytes: Math.ceil((order.seconds + 1) * BYTES_PER_SECOND) },
        ...(signal ? { signal } : {}),
      });
    },
  };
}
