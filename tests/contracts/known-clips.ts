import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { KnownClips } from '../../src/generation/provenance/known-clips.ts';

const hash = () => randomBytes(32).toString('hex');

/** The hash with so many of its bits turned, spread over all of it. */
function changed(of: string, bits: number): string {
  const bytes = Buffer.from(of, 'hex');
  for (let turned = 0; turned < bits; turned += 1) {
    const bit = Math.floor((turned * 256) / bits);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  }
  return bytes.toString('hex');
}

/** Clips that are known again by their bytes and by their frames. */
export function knownClipsContract(knownClips: () => KnownClips): void {
  const [one, other] = [randomUUID(), randomUUID()];
  const frames = Array.from({ length: 6 }, hash);
  const file = hash();
  beforeAll(async () => {
    await knownClips().keep(one, { files: [file, file], frameHashes: frames });
    await knownClips().keep(other, { files: [hash()], frameHashes: Array.from({ length: 6 }, hash) });
  });

  it('a file is found by its bytes, and no other', async () => {
    expect(await knownClips().findByFile(file)).toBe(one);
    expect(await knownClips().findByFile(hash())).toBeNull();
    const later = hash();
    await knownClips().addFile(one, later);
    await knownClips().addFile(one, later);
    expect(await knownClips().findByFile(later)).toBe(one);
  });

  it('frames that are a little different are found, each counted once, and how different they are', async () => {
    const asked = [[changed(frames[0] ?? '', 14), changed(frames[1] ?? '', 14)], [frames[2] ?? ''], [hash()], []];
    expect(await knownClips().findByFrames(asked)).toEqual([{ requestId: one, frames: 2, bits: 7 }]);
    expect(await knownClips().findByFrames([[hash()], [changed(frames[0] ?? '', 128)]])).toEqual([]);
    expect(await knownClips().findByFrames([])).toEqual([]);
  });

  it('frames of a clip that is made again take the place of those before', async () => {
    const [again, before] = [hash(), hash()];
    const request = randomUUID();
    await knownClips().keep(request, { files: [], frameHashes: [before] });
    await knownClips().keep(request, { files: [], frameHashes: [again] });
    expect(await knownClips().findByFrames([[before]])).toEqual([]);
    expect(await knownClips().findByFrames([[again]])).toEqual([{ requestId: request, frames: 1, bits: 0 }]);
  });
}
