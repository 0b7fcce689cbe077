import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runContained } from '../../../src/media/contained-process.ts';
import type { SourceOrder } from './contained/make-source.task.ts';
import type { WhatWasRead } from './contained/read-source.task.ts';

const LIMITS = { timeoutMs: 60_000, maxMemoryBytes: 1e9, output: { paths: [], maxBytes: 1e9 } };

export interface Sources {
  directory: string;
  path(name: string): string;
  /** Encodes a small video under a name; one that was made before is copied. */
  video(name: string, order?: Partial<SourceOrder>): Promise<string>;
  read(path: string, seconds?: number): Promise<WhatWasRead>;
  dispose(): Promise<void>;
}

/** Real video files for tests, made by the real encoder. */
export async function createSources(): Promise<Sources> {
  const directory = await mkdtemp(join(tmpdir(), 'open-call-media-'));
  const path = (name: string) => join(directory, name);
  const made = new Map<string, string>();
  return {
    directory,
    path,
    async video(name, order = {}) {
      const base = {
        width: 160,
        height: 96,
        framesPerSecond: 24,
        frames: 24,
        from: 0,
        look: 'numbers',
        tone: null,
      } as const;
      const full = { ...base, ...order };
      const key = JSON.stringify(full);
      const same = made.get(key) ?? path(`source-${made.size}.mp4`);
      if (!made.has(key)) {
        const input: SourceOrder = { ...full, path: same };
        await runContained(new URL('./contained/make-source.task.ts', import.meta.url), input, LIMITS);
        made.set(key, same);
      }
      await copyFile(same, path(name));
      return path(name);
    },
    read: (file, seconds = 1) =>
      runContained<WhatWasRead>(
        new URL('./contained/read-source.task.ts', import.meta.url),
        { path: file, seconds },
        LIMITS,
      ),
    dispose: () => rm(directory, { recursive: true, force: true }),
  };
}

/** `[from, from + 1, …]`, so many. */
export function numbersFrom(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
