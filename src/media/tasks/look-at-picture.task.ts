import sharp from 'sharp';
import { answer } from '../contained-task.ts';
import type { PictureLook } from '../media-tools.ts';
import { createLookAtPictures } from '../pictures/look-at-picture.ts';

export interface PictureLookInput {
  path: string;
  maxPixels: number;
}

sharp.cache(false);
sharp.concurrency(1);

answer<PictureLookInput, PictureLook>(async ({ path, maxPixels }) => {
  const lookAt = createLookAtPictures();
  return lookAt(sharp(path, { limitInputPixels: maxPixels, page: 0, pages: 1 }));
});
