import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileStore } from '../../../src/files/file-store.ts';
import { createFolderFileStore } from '../../../src/files/folder-file-store.ts';
import { createMediaTools, DEFAULT_MEDIA_LIMITS } from '../../../src/media/contained-media-tools.ts';
import { createTakeInPicture } from '../../../src/media/take-in-picture.ts';
import { createSources, type Sources } from './sources.ts';

const media = createMediaTools();
const MAX_BYTES = 10_000_000;
let sources: Sources;
let files: FileStore;
let takeIn: ReturnType<typeof createTakeInPicture>;
beforeAll(async () => {
  sources = await createSources();
  files = await createFolderFileStore({ directory: sources.path('store') });
  takeIn = createTakeInPicture({ files, media });
});
afterAll(() => sources.dispose());

const take = (bytes: Buffer) => takeIn(Readable.from([bytes]), { maxBytes: MAX_BYTES });
const unfinished = () => readdir(join(sources.directory, 'store', 'tmp'));

async function taken(bytes: Buffer) {
  const outcome = await take(bytes);
  if (outcome.outcome === 'rejected') throw new Error(outcome.reason);
  const kept = await buffer(await files.read(outcome.file));
  return { file: outcome.file, kept, metadata: await sharp(kept).metadata() };
}

/** Left half red, right half blue. */
function twoHalves(width: number, height: number) {
  const red = {
    input: { create: { width: width / 2, height, channels: 3 as const, background: '#f00' } },
    left: 0,
    top: 0,
  };
  return sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([red]);
}

describe('taking a picture in', () => {
  it('turns it upright, and keeps nothing it told about its maker', async () => {
    const exif = { IFD0: { Copyright: 'somebody', Make: 'a phone' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };
    const sent = await twoHalves(80, 40).jpeg().withMetadata({ orientation: 6, exif }).toBuffer();
    const { file, kept, metadata } = await taken(sent);
    expect(file.type).toBe('image/jpeg');
    expect(metadata).toMatchObject({ width: 40, height: 80, format: 'jpeg' });
    expect([metadata.exif, metadata.icc, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    expect(kept.includes('somebody')).toBe(false);
    const { data } = await sharp(kept).raw().toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(200);
    expect(data[data.length - 1]).toBeGreaterThan(200);
  });

  it.each(['png', 'webp', 'avif', 'gif', 'jpeg'] as const)('takes %s', async (format) => {
    const { metadata, file } = await taken(await twoHalves(64, 48).toFormat(format).toBuffer());
    expect(metadata).toMatchObject({ width: 64, height: 48 });
    expect(['image/jpeg', 'image/webp']).toContain(file.type);
  });

  it('keeps what can be seen through', async () => {
    const sent = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const { file, metadata } = await taken(sent);
    expect(file.type).toBe('image/webp');
    expect(metadata.hasAlpha).toBe(true);
  });

  it('takes the first frame of what moves', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0'].map((background) =>
        sharp({ create: { width: 30, height: 30, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const { metadata, kept } = await taken(
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    );
    expect(metadata).toMatchObject({ width: 30, height: 30 });
    expect((await sharp(kept).stats()).dominant).toMatchObject({ g: expect.toSatisfy((green: number) => green < 60) });
  });

  it('makes what is large smaller', async () => {
    const { metadata } = await taken(await twoHalves(4000, 1000).jpeg().toBuffer());
    expect(metadata).toMatchObject({ width: 2048, height: 512 });
  });

  it('gives the same file for the same picture', async () => {
    const sent = await twoHalves(100, 50).png().toBuffer();
    expect((await taken(sent)).file).toEqual((await taken(sent)).file);
  });

  it('refuses more bytes than are allowed without reading on', async () => {
    let given = 0;
    const endless = new Readable({
      read() {
        given += 65_536;
        this.push(Buffer.alloc(65_536));
      },
    });
    expect(await takeIn(endless, { maxBytes: 1_000_000 })).toEqual({ outcome: 'rejected', reason: 'too-large' });
    expect(given).toBeLessThan(3_000_000);
    const path = sources.path('large');
    await writeFile(path, Buffer.alloc(MAX_BYTES + 1));
    expect(await media.takeInPicture(path, sources.path('never'))).toEqual({
      outcome: 'rejected',
      reason: 'too-large',
    });
    await rm(path);
  });

  it('refuses too many pixels by what the header says, before decoding', async () => {
    const before = performance.now();
    expect(await take(pngThatClaims(30_000, 30_000))).toEqual({ outcome: 'rejected', reason: 'too-many-pixels' });
    expect(await take(pngThatClaims(5001, 5000))).toEqual({ outcome: 'rejected', reason: 'too-many-pixels' });
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('refuses a small file of a great many pixels', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await take(bomb)).toEqual({ outcome: 'rejected', reason: 'too-many-pixels' });
  });

  it('takes as many pixels as are allowed', async () => {
    expect(await take(await twoHalves(5000, 5000).png().toBuffer())).toMatchObject({ outcome: 'taken' });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('not a picture at all')],
    [
      'a vector drawing',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>',
      ),
    ],
    [
      'a vector drawing with a picture before it',
      Buffer.from('\ufeff<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a document', Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['a script', Buffer.from('%!PS-Adobe-3.0\n(x) show')],
    ['an archive', Buffer.from('PK\x03\x04aaaaaaaa', 'latin1')],
    ['a name and nothing behind it', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a JPEG of noise', Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), Buffer.alloc(5000, 0x5a)])],
    [
      'an AVIF of noise',
      Buffer.concat([Buffer.from('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf', 'latin1'), Buffer.alloc(500, 0x5a)]),
    ],
  ])('refuses %s', async (_name, bytes) => {
    expect(await take(bytes)).toEqual({ outcome: 'rejected', reason: 'not-a-picture' });
  });

  it('refuses a picture that breaks off', async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, index) => (index * 7919) % 251));
    const raw = { raw: { width: 300, height: 300, channels: 3 as const } };
    for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const) {
      const whole = await sharp(noise, raw).toFormat(format).toBuffer();
      expect(await take(whole.subarray(0, whole.length >> 1)), format).toEqual({
        outcome: 'rejected',
        reason: 'not-a-picture',
      });
    }
  });

  it('is not felled by a decoder that wants too much memory', async () => {
    const small = createMediaTools({ ...DEFAULT_MEDIA_LIMITS, pictureMemoryBytes: 60_000_000 });
    const path = sources.path('hungry.png');
    await writeFile(path, await twoHalves(5000, 5000).png().toBuffer());
    expect(await small.takeInPicture(path, sources.path('never'))).toEqual({
      outcome: 'rejected',
      reason: 'not-a-picture',
    });
  });

  it('leaves no unfinished file', async () => {
    expect(await unfinished()).toEqual([]);
  });
});

describe('stills', () => {
  it('draws a poster and a sheet, the same ones again', async () => {
    const path = await sources.video('stills.mp4', { frames: 48, width: 180, height: 320 });
    const probed = await media.probe(path);
    if (probed.outcome !== 'video') throw new Error('no video');
    const drawn: Buffer[][] = [];
    for (const round of ['a', 'b']) {
      const to = { poster: sources.path(`${round}-poster.webp`), contactSheet: sources.path(`${round}-sheet.webp`) };
      await media.drawStills(path, probed.facts, to);
      drawn.push([await readFile(to.poster), await readFile(to.contactSheet)]);
    }
    expect(drawn[0]).toEqual(drawn[1]);
    const [poster, sheet] = await Promise.all((drawn[0] ?? []).map((bytes) => sharp(bytes).metadata()));
    expect(poster).toMatchObject({ format: 'webp', width: 180, height: 320 });
    expect(sheet).toMatchObject({ format: 'webp', width: 6 * 184 + 4, height: 2 * (324 + 18) + 4 });
  });

  it('shows the colours that the video is tagged with', async () => {
    const path = await sources.video('red.mp4', { look: 'red', frames: 2 });
    const probed = await media.probe(path);
    if (probed.outcome !== 'video') throw new Error('no video');
    const to = { poster: sources.path('red.webp'), contactSheet: sources.path('red-sheet.webp') };
    await media.drawStills(path, probed.facts, to);
    const { channels } = await sharp(to.poster).stats();
    for (const [at, value] of [192, 48, 96].entries())
      expect(Math.abs((channels[at]?.mean ?? 0) - value)).toBeLessThan(7);
  });

  it('keeps a poster under 200 kB, whatever it shows', async () => {
    const path = await sources.video('noise.mp4', { frames: 3, width: 1280, height: 720, look: 'noise' });
    const probed = await media.probe(path);
    if (probed.outcome !== 'video') throw new Error('no video');
    const to = { poster: sources.path('noise.webp'), contactSheet: sources.path('noise-sheet.webp') };
    await media.drawStills(path, probed.facts, to);
    expect((await stat(to.poster)).size).toBeLessThanOrEqual(200_000);
  });
});

/** The header of a PNG of a size, with hardly any pixels behind it. */
function pngThatClaims(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
