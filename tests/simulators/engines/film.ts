import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runContained } from '../../../src/media/contained-process.ts';

export interface FilmFacts {
  width: number;
  height: number;
  framesPerSecond: number;
  frames: number;
  sound: boolean;
}

/** Makes what an engine would have made of a job. */
export interface FilmMaker {
  make(facts: FilmFacts, job: string): Promise<Buffer>;
  dispose(): Promise<void>;
}

const LIMITS = { timeoutMs: 120_000, maxMemoryBytes: 1e9, output: { paths: [], maxBytes: 1e9 } };

/** Real MP4 files, encoded in a process of its own; the same facts give the same file, which is made once. */
export function createFilmMaker(): FilmMaker {
  const folder = mkdtemp(join(tmpdir(), 'open-call-films-'));
  const made = new Map<string, Promise<Buffer>>();
  async function encode(facts: FilmFacts, name: string): Promise<Buffer> {
    const path = join(await folder, `${name}.mp4`);
    await runContained(new URL('./film.task.ts', import.meta.url), { ...facts, path }, LIMITS);
    return readFile(path);
  }
  return {
    make(facts) {
      const key = JSON.stringify(facts);
      const film = made.get(key) ?? encode(facts, String(made.size));
      made.set(key, film);
      return film;
    },
    dispose: async () => rm(await folder, { recursive: true, force: true }),
  };
}
