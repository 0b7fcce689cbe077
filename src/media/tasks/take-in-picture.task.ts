import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { answer } from '../contained-task.ts';
import type { PictureOutcome } from '../media-tools.ts';
import { pictureKind } from '../pictures/picture-kind.ts';

export interface PictureInput {
  path: string;
  toPath: string;
  maxPixels: number;
  longSide: number;
}

const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((kind) => `VipsForeignLoad${kind}`);

/** Only the decoders that are needed can be reached, whatever a file says of itself. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS });
sharp.cache(false);
sharp.concurrency(1);

answer<PictureInput, PictureOutcome>(async ({ path, toPath, maxPixels, longSide }) => {
  if (pictureKind(await headOf(path)) === null) return { outcome: 'rejected', reason: 'not-a-picture' };
  // Only the first frame of what moves; dimensions come from the header, before a pixel is decoded.
  const source = sharp(path, { limitInputPixels: false, failOn: 'error', page: 0, pages: 1 });
  const size = await source.metadata().catch(() => null);
  if (size === null) return { outcome: 'rejected', reason: 'not-a-picture' };
  if (size.width * size.height > maxPixels) return { outcome: 'rejected', reason: 'too-many-pixels' };
  const type = size.hasAlpha ? 'image/webp' : 'image/jpeg';
  const upright = source.autoOrient().resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true });
  const encoded = size.hasAlpha ? upright.webp({ quality: 90 }) : upright.jpeg({ quality: 90 });
  try {
    const { width, height } = await encoded.toFile(toPath);
    return { outcome: 'taken', type, width, height };
  } catch (cause) {
    if (cause instanceof Error && /no space|file too large/i.test(cause.message)) throw cause;
    return { outcome: 'rejected', reason: 'not-a-picture' };
  }
});

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(64);
    const { bytesRead } = await file.read(head, 0, 64, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
