/** Formats of pictures that are taken in; all of them are made of pixels. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/**
 * Tells by its first bytes what a file is, before any decoder sees it. SVG, PDF and others that are programs rather
 * than pixels are none; nor is what merely has a picture's name.
 */
export function pictureKind(head: Buffer): PictureKind | null {
  const text = (from: number, to: number) => head.toString('latin1', from, to);
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif';
  // ISO/IEC 23000-22: an AVIF names `avif` as its brand, or among those it is compatible with.
  if (text(4, 8) === 'ftyp' && text(8, 64).includes('avif')) return 'avif';
  return null;
}
