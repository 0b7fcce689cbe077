import { rm } from 'node:fs/promises';
import type { FileStore } from '../../files/file-store.ts';
import type { MediaTools } from '../../media/media-tools.ts';
import type { LastPicture } from './beginning-of.ts';

/** The last picture of a video, kept beside it without loss: the next shot begins with it. */
export function createLastPicture({ files, media }: { files: FileStore; media: MediaTools }): LastPicture {
  return async (video, signal) => {
    const path = await files.temporaryPath('.png');
    try {
      await media.drawLastFrame(await files.localPath(video), path, { signal });
      return await files.putFile(path, 'image/png');
    } finally {
      await rm(path, { force: true });
    }
  };
}
