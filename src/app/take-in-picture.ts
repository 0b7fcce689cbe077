import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../files/file-store.ts';
import type { MediaTools, PictureRejection } from '../media/media-tools.ts';
import type { StoredFile } from '../requests/index.ts';

export type TakenPicture = { outcome: 'taken'; file: StoredFile } | { outcome: 'rejected'; reason: PictureRejection };

/** Takes in a stranger's picture: so many bytes at most, decoded in a process of its own, kept only as written anew. */
export function createTakeInPicture({ files, media }: { files: FileStore; media: MediaTools }) {
  return async (stream: Readable, { maxBytes }: { maxBytes: number }): Promise<TakenPicture> => {
    const sent = await files.temporaryPath('.upload');
    const rewritten = await files.temporaryPath('.picture');
    try {
      if (!(await writeAtMost(stream, sent, maxBytes))) return { outcome: 'rejected', reason: 'too-large' };
      const picture = await media.takeInPicture(sent, rewritten);
      if (picture.outcome === 'rejected') return { outcome: 'rejected', reason: picture.reason };
      return { outcome: 'taken', file: await files.putFile(rewritten, picture.type) };
    } finally {
      await Promise.all([rm(sent, { force: true }), rm(rewritten, { force: true })]);
    }
  };
}

/** False when there was more; then the rest of the stream is not read. */
async function writeAtMost(stream: Readable, path: string, maxBytes: number): Promise<boolean> {
  let bytes = 0;
  let tooLarge = false;
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        tooLarge = bytes > maxBytes;
        if (tooLarge) return;
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  return !tooLarge;
}
