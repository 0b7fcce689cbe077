import { buffer } from 'node:stream/consumers';
import type { FileStore } from '../../../files/file-store.ts';
import type { StoredFile } from '../../../requests/index.ts';
import { createUploadMedia, type UploadDependencies } from './upload-media.ts';

const TEN_MINUTES_MS = 10 * 60_000;

export interface UploadVideoDependencies extends UploadDependencies {
  files: Pick<FileStore, 'read'>;
}

/** Brings a video to X; resolves with its media id once X can show it. */
export function createUploadVideo({ files, ...dependencies }: UploadVideoDependencies) {
  const upload = createUploadMedia(dependencies);
  return (key: string, file: StoredFile): Promise<string> =>
    upload(key, {
      ...{ category: 'tweet_video', type: 'video/mp4', withinMs: TEN_MINUTES_MS },
      ...{ bytes: file.bytes, sha256: file.sha256 },
      read: async (start, end) => buffer(await files.read(file, { start, end })),
    });
}
