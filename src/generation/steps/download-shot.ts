import { rm } from 'node:fs/promises';
import type { FileStore } from '../../files/file-store.ts';
import type { StepHandler } from '../../queue/step-handler.ts';
import type { Engines } from '../engines.ts';

/** Copies a rendered shot to our own files at once: engines keep theirs for an hour to two days only. */
export function createDownloadShot({
  engines,
  files,
}: {
  engines: Engines;
  files: FileStore;
}): StepHandler<'download-shot'> {
  return async ({ request, work: { shot: index } }) => {
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
      return { next: 'apply', event: { kind: 'shot-downloaded', shot: index, file } };
    } finally {
      await rm(path, { force: true });
    }
  };
}
