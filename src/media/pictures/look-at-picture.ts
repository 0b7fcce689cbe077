import { createRequire } from 'node:module';
import sharp, { type Sharp } from 'sharp';
import type { PictureLook } from '../media-tools.ts';
import { MODEL_SIDE, openNudityModel } from './nudity-model.ts';

const require = createRequire(import.meta.url);
/** Its types name an ES module, and it is none. */
const perceptualHash = require('sharp-phash') as (picture: Buffer) => Promise<string>;

/** Standard deviation of a channel, of 255, below which a picture shows nothing to know it by: black, fog, a wall. */
const PLAIN_BELOW = 6;

/** Looks at one picture after another. The model is opened for the first that can be decoded. */
export function createLookAtPictures(): (picture: Sharp) => Promise<PictureLook> {
  let opened: ReturnType<typeof openNudityModel> | undefined;
  return async (picture) => {
    const square = picture.flatten().toColourspace('srgb').resize(MODEL_SIDE, MODEL_SIDE, { fit: 'fill' });
    const rgb = await square.removeAlpha().raw().toBuffer();
    const raw = { width: MODEL_SIDE, height: MODEL_SIDE, channels: 3 } as const;
    const small = await sharp(rgb, { raw }).png({ compressionLevel: 0 }).toBuffer();
    const { channels } = await sharp(small).stats();
    const isPlain = channels.every(({ stdev }) => stdev < PLAIN_BELOW);
    opened ??= openNudityModel();
    const scoresOf = await opened;
    return { nudity: await scoresOf(rgb), mark: isPlain ? null : await perceptualHash(small) };
  };
}
