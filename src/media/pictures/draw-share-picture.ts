import { buffer } from 'node:stream/consumers';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { FileStore } from '../../files/file-store.ts';
import type { StoredFile } from '../../requests/index.ts';
import { createSay } from '../../wording/say-page.ts';
import { isRightToLeft } from '../lettering/direction.ts';
import { typefaceFor } from '../lettering/font-shelf.ts';
import { wrapLines } from '../lettering/wrap-lines.ts';
import { createKeptAnswers } from './kept-answers.ts';

/** What is drawn. The same gives the same picture. */
export interface SharePicture {
  poster: StoredFile;
  /** The clip's words; shaped and set in their own direction. */
  caption: string;
}

/** In pixels; what Open Graph pictures are expected to be. */
const WIDTH = 1200;
const HEIGHT = 630;
const SIDE = 56;
const MOST_LINES = 2;
const KEPT = 60;
const HOUSE = { en: createSay('en')('appName'), ar: createSay('ar')('appName') };

/** The picture that other sites show of a clip (JPEG): the poster with the clip's words below. */
export function createDrawSharePicture({ files }: { files: Pick<FileStore, 'read'> }) {
  return createKeptAnswers<SharePicture, Buffer>(KEPT, {
    keyOf: ({ poster, caption }) => `${poster.sha256} ${caption}`,
    async answer({ poster, caption }) {
      const canvas = createCanvas(WIDTH, HEIGHT);
      const context = canvas.getContext('2d');
      const [behind, picture] = await picturesOf(await buffer(await files.read(poster)));
      context.drawImage(await loadImage(behind), 0, 0);
      const image = await loadImage(picture);
      context.drawImage(image, (WIDTH - image.width) / 2, (HEIGHT - image.height) / 2);
      write(context, caption);
      return canvas.encode('jpeg', 84);
    },
  });
}

/** The poster out of focus, to fill the frame, and whole. */
function picturesOf(poster: Buffer): Promise<[Buffer, Buffer]> {
  const behind = sharp(poster)
    .resize(WIDTH, HEIGHT, { fit: 'cover' })
    .blur(28)
    .modulate({ brightness: 0.6 })
    .png({ compressionLevel: 1 });
  const whole = sharp(poster).resize(WIDTH, HEIGHT, { fit: 'inside' }).png({ compressionLevel: 1 });
  return Promise.all([behind.toBuffer(), whole.toBuffer()]);
}

function write(context: ReturnType<ReturnType<typeof createCanvas>['getContext']>, caption: string) {
  const { text, families } = typefaceFor(caption);
  const size = 46;
  context.font = `650 ${size}px ${families}`;
  const lines = wrapLines(text, WIDTH - 2 * SIDE, MOST_LINES, (line) => context.measureText(line).width);
  const lineHeight = Math.round(size * 1.42);
  const bottom = HEIGHT - 34;
  const foot = 40;
  const top = bottom - foot - lines.length * lineHeight;
  const shade = context.createLinearGradient(0, top - 130, 0, HEIGHT);
  shade.addColorStop(0, 'rgba(21, 17, 14, 0)');
  shade.addColorStop(0.45, 'rgba(21, 17, 14, 0.78)');
  shade.addColorStop(1, 'rgba(21, 17, 14, 0.94)');
  context.fillStyle = shade;
  context.fillRect(0, top - 130, WIDTH, HEIGHT - top + 130);

  const rightToLeft = isRightToLeft(text);
  context.direction = rightToLeft ? 'rtl' : 'ltr';
  context.textAlign = rightToLeft ? 'right' : 'left';
  context.textBaseline = 'middle';
  const edge = rightToLeft ? WIDTH - SIDE : SIDE;
  context.fillStyle = '#fffaf3';
  for (const [index, line] of lines.entries()) context.fillText(line, edge, top + (index + 0.5) * lineHeight);
  const house = typefaceFor(rightToLeft ? HOUSE.ar : HOUSE.en);
  context.font = `600 26px ${house.families}`;
  context.fillStyle = '#ff9270';
  context.fillText(house.text, edge, bottom - foot / 2 + 6);
}
