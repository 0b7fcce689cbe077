import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FileStore } from '../files/file-store.ts';
import { AdapterError, type StoredFile } from '../requests/index.ts';
import type { MediaTools, MediaWork, PictureRejection } from './media-tools.ts';
import { writeStream } from './write-stream.ts';

export type TakenPicture = { outcome: 'taken'; file: StoredFile } | { outcome: 'rejected'; reason: PictureRejection };

/**
 * Takes in a stranger's picture from a stream of bytes: reads no more than `maxBytes`, looks at its size before
 * decoding, and keeps it written anew. What was sent is never kept.
 */
export function createTakeInPicture({ files, media }: { files: FileStore; media: Pick<MediaTools, 'takeInPicture'> }) {
  return async (stream: Readable, { maxBytes }: { maxBytes: number }, work?: MediaWork): Promise<TakenPicture> => {
    const sent = await files.temporaryPath('.sent');
    const anew = await files.temporaryPath('.picture');
    try {
      await writeStream(stream, sent, maxBytes);
      const taken = await media.takeInPicture(sent, anew, work);
      if (taken.outcome === 'rejected') return taken;
      const sentSha256 = await sha256Of(sent);
      return { outcome: 'taken', file: { ...(await files.putFile(anew, taken.type)), sentSha256 } };
    } catch (cause) {
      if (cause instanceof AdapterError && cause.code === 'too-large')
        return { outcome: 'rejected', reason: 'too-large' };
      throw cause;
    } finally {
      await Promise.all([sent, anew].map((path) => rm(path, { force: true })));
    }
  };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
