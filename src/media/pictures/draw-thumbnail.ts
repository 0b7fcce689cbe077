import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import type { FileStore } from '../../files/file-store.ts';
import type { StoredFile } from '../../requests/index.ts';
import { createKeptAnswers } from './kept-answers.ts';

/** In pixels, at most. */
const WIDTH = 360;
const HEIGHT = 270;
/** A page of results has a dozen, and is to be small: better a little soft than late. */
const MOST_BYTES = 5000;
const QUALITIES = [62, 48, 34, 20, 8, 1];
/** So many are remembered: 5 MB. */
const KEPT = 1000;

/** The picture of a clip as small as it is shown among others (WebP). Of our own poster, so it is decoded here. */
export function createDrawThumbnail({ files }: { files: Pick<FileStore, 'read'> }) {
  return createKeptAnswers<StoredFile, Buffer>(KEPT, {
    keyOf: ({ sha256 }) => sha256,
    async answer(poster) {
      const small = await sharp(await buffer(await files.read(poster)))
        .resize({ width: WIDTH, height: HEIGHT, fit: 'inside', withoutEnlargement: true })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const { width, height, channels } = small.info;
      let drawn = Buffer.alloc(0);
      for (const quality of QUALITIES) {
        drawn = await sharp(small.data, { raw: { width, height, channels } }).webp({ quality, effort: 4 }).toBuffer();
        if (drawn.length <= MOST_BYTES) break;
      }
      return drawn;
    },
  });
}
