import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KnownClips } from '../../../../src/generation/provenance/known-clips.ts';
import { createVerifyFile } from '../../../../src/generation/provenance/verify-file.ts';
import type { Examination } from '../../../../src/media/media-tools.ts';
import { writeStream } from '../../../../src/media/write-stream.ts';
import { AdapterError } from '../../../../src/requests/index.ts';

const LIMITS = { maxBytes: 1000 };
const FRAMES = [['5a'.repeat(32)], ['a5'.repeat(32)], ['3c'.repeat(32)]];

const knownClips: KnownClips = {
  keep: async () => {},
  addFile: async () => {},
  findByFile: async (sha256) => (sha256 === createHash('sha256').update('ours').digest('hex') ? 'by-file' : null),
  findByFrames: async (frames) => (frames.length === 0 ? [] : [{ requestId: 'by-frames', frames: 2, bits: 9 }]),
};

describe('verifying a stranger’s file', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'open-call-verify-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  function verifyWith(examine: () => Promise<Examination>) {
    const files = { temporaryPath: async (ending: string) => join(directory, `${randomUUID()}${ending}`) };
    const verify = createVerifyFile({ files, media: { examine }, knownClips, receive: writeStream });
    return (words: string) => verify(Readable.from([Buffer.from(words)]), LIMITS);
  }
  const seen =
    (frames: string[][], cutFrames: string[][] = []) =>
    async () => ({ credentials: null, frames, cutFrames });
  const thrown = (code: string) => async () => {
    throw new AdapterError('No', { adapter: 'media', code, retryable: false });
  };

  it('knows it by its bytes first, else by its frames, else not', async () => {
    expect(await verifyWith(seen(FRAMES))('ours')).toMatchObject({ known: { requestId: 'by-file', by: 'file' } });
    expect(await verifyWith(seen(FRAMES))('changed')).toMatchObject({
      known: { requestId: 'by-frames', by: 'frames' },
    });
    // As it is first, then as if it had been cut.
    expect(await verifyWith(seen([], FRAMES))('cut')).toMatchObject({ known: { requestId: 'by-frames' } });
    expect(await verifyWith(seen([]))('strange')).toMatchObject({ outcome: 'verified', known: null });
  });

  it('turns away what is too large and what is no video, and says what is wrong with the machine', async () => {
    const tooLarge = await verifyWith(seen([]))('x'.repeat(2000));
    expect(tooLarge).toEqual({ outcome: 'rejected', reason: 'too-large' });
    for (const code of ['not-a-video', 'crashed', 'out-of-memory']) {
      expect(await verifyWith(thrown(code))('x')).toEqual({ outcome: 'rejected', reason: 'not-a-video' });
    }
    await expect(verifyWith(thrown('disk-full'))('x')).rejects.toMatchObject({ code: 'disk-full' });
  });

  it('looks at one at a time, lets few wait, and goes on after one that failed', async () => {
    let [now, most] = [0, 0];
    const ends: (() => void)[] = [];
    const verify = verifyWith(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise<void>((resolve) => ends.push(resolve));
      now -= 1;
      throw new AdapterError('No', { adapter: 'media', code: 'not-a-video', retryable: false });
    });
    const answers = Array.from({ length: 8 }, (_, index) => verify(`film ${index}`));
    for (let ended = 0; ended < 6; ended += 1) {
      await expect.poll(() => ends.length).toBe(ended + 1);
      ends[ended]?.();
    }
    const reasons = (await Promise.all(answers)).map((answer) => (answer.outcome === 'rejected' ? answer.reason : ''));
    expect(reasons.filter((reason) => reason === 'busy')).toHaveLength(2);
    expect([most, reasons.filter((reason) => reason === 'not-a-video').length]).toEqual([1, 6]);
  });

  it('keeps nothing of what was sent', async () => {
    expect(await readdir(directory)).toEqual([]);
  });
});
