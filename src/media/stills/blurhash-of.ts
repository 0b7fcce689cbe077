import { encode } from 'blurhash';
import { type RgbFrame, toSharp } from './poster.ts';

/** The colours are taken from a picture this large: more changes nothing that can be seen. */
const LONG_SIDE = 64;

/** More of them along the longer side. */
const MOST = 4;
const FEWEST = 3;

export async function blurhashOf(frame: RgbFrame): Promise<string> {
  const { data, info } = await toSharp(frame)
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [across, down] = info.width >= info.height ? [MOST, FEWEST] : [FEWEST, MOST];
  return encode(new Uint8ClampedArray(data), info.width, info.height, across, down);
}
