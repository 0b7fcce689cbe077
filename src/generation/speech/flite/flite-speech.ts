import { runContained } from '../../../media/contained-process.ts';
import type { Speech } from '../speech.ts';
import type { FliteInput } from './speak.task.ts';

/** A sentence takes a second, of which most is the compiling of Flite, and 120 MB. */
const TIMEOUT_MS = 60_000;
const MAX_MEMORY_BYTES = 600_000_000;
const MAX_BYTES = 20_000_000;

/** Flite knows English only, and reads other Latin letters as if they were that. */
const LATIN = /^[\p{Script=Latin}\P{L}]+$/u;
const LETTER = /\p{L}/u;

/** Flite (Carnegie Mellon), embedded: speaks English without a network, a key or a cost. */
export function createFliteSpeech(): Speech {
  return {
    speaks: (text) => LATIN.test(text) && LETTER.test(text),
    async speak(text, toPath, signal) {
      const input: FliteInput = { text, path: toPath };
      await runContained<null>(new URL('./speak.task.ts', import.meta.url), input, {
        timeoutMs: TIMEOUT_MS,
        maxMemoryBytes: MAX_MEMORY_BYTES,
        output: { paths: [toPath], maxBytes: MAX_BYTES },
        ...(signal ? { signal } : {}),
      });
    },
  };
}
