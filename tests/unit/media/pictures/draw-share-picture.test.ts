import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createDrawSharePicture } from '../../../../src/media/pictures/draw-share-picture.ts';
import { createDrawThumbnail } from '../../../../src/media/pictures/draw-thumbnail.ts';
import { aFile } from '../../../samples/requests.ts';

const poster = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#335577' } })
  .webp()
  .toBuffer();
const files = { read: async () => Readable.from([poster]) };

describe('the picture that other sites show', () => {
  it.each([
    ['A boat', 'left'],
    ['قارب', 'right'],
  ])('is a JPEG of the usual size, with "%s" beginning at the %s', async (caption, side) => {
    const drawn = await createDrawSharePicture({ files })({ poster: aFile('poster'), caption });
    const { width, height, format } = await sharp(drawn).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'jpeg']);
    const brightest = async (left: number) => {
      // What is told of a picture is told of all that was given, so the part is made first.
      const part = await sharp(drawn).extract({ left, top: 480, width: 500, height: 70 }).greyscale().toBuffer();
      return (await sharp(part).stats()).channels[0]?.max ?? 0;
    };
    const [atLeft, atRight] = [await brightest(20), await brightest(680)];
    expect(side === 'left' ? atLeft - atRight : atRight - atLeft).toBeGreaterThan(80);
  });

  it('is drawn for words that no font of ours has, and for none', async () => {
    for (const caption of ['', '𐎀𐎁', '🐈']) {
      expect((await createDrawSharePicture({ files })({ poster: aFile('poster'), caption })).length).toBeGreaterThan(
        1000,
      );
    }
  });
});

describe('the small picture', () => {
  it('is as small as a page of a dozen wants it, whatever the poster', async () => {
    const noise = await sharp({
      create: {
        width: 1280,
        height: 720,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .webp({ quality: 90 })
      .toBuffer();
    const drawn = await createDrawThumbnail({ files: { read: async () => Readable.from([noise]) } })(aFile('poster'));
    const { width, height, format } = await sharp(drawn).metadata();
    expect([width, height, format]).toEqual([360, 202, 'webp']);
    expect(drawn.length).toBeLessThanOrEqual(5000);
  });
});
