import { rm } from 'node:fs/promises';
import type { FileStore } from '../../files/file-store.ts';
import type { StepHandler } from '../../queue/step-handler.ts';
import { AdapterError, type Operation, type StoredFile } from '../../requests/index.ts';
import type { Engines } from '../engines.ts';
import type { VideoEngine } from '../video-engine.ts';

export interface DownloadShotDependencies {
  engines: Engines;
  files: FileStore;
  /** Decodes a still that came and keeps it written anew; null where it is no picture. */
  takeInStill: (path: string, signal: AbortSignal) => Promise<StoredFile | null>;
}

/** Copies a rendered shot to our own files at once: engines keep theirs for an hour to two days only. */
export function createDownloadShot(dependencies: DownloadShotDependencies): StepHandler<'download-shot'> {
  const { engines, files } = dependencies;
  return async ({ request, work: { shot: index }, signal }) => {
    if (request.state !== 'generating') return { next: 'nothing' };
    const shot = request.shots[index];
    const engine = engines.byId(request.engine);
    if (shot?.state !== 'rendered' || !engine) return { next: 'nothing' };
    const path = await files.temporaryPath('.mp4');
    try {
      const download = await engine.download(shot.operation, path);
      if (download.outcome === 'gone') {
        return { next: 'apply', event: { kind: 'shot-failed', shot: index, failure: download.failure } };
      }
      const file = await files.putFile(path, 'video/mp4');
      const still = await stillOf(engine, shot.operation, dependencies, signal);
      return { next: 'apply', event: { kind: 'shot-downloaded', shot: index, file, ...(still && { still }) } };
    } finally {
      await rm(path, { force: true });
    }
  };
}

/** The engine's own still, for a glance at the desk; the shot is worth no less without. */
async function stillOf(
  engine: VideoEngine,
  operation: Operation,
  { files, takeInStill }: DownloadShotDependencies,
  signal: AbortSignal,
): Promise<StoredFile | null> {
  if (!engine.limits.still) return null;
  const path = await files.temporaryPath('.still');
  try {
    return (await engine.downloadStill(operation, path)) ? await takeInStill(path, signal) : null;
  } catch (error) {
    if (error instanceof AdapterError && error.code !== 'aborted') return null;
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}
