import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOM_LIMITS } from '../../../src/bots/room/room-platform.ts';
import { createMediaTools, DEFAULT_MEDIA_LIMITS } from '../../../src/media/contained-media-tools.ts';
import { makeCertificate } from '../../../src/media/credentials/make-certificate.ts';
import type { Dress, VideoFacts } from '../../../src/media/media-tools.ts';
import { bitsBetween } from '../../../src/media/recognition/kept-hashes.ts';
import { createSources, type Sources } from './sources.ts';

const PROMPT_HASH = 'ab'.repeat(32);
const DRESS: Dress = {
  cues: [],
  language: 'und',
  tags: { title: 'A kite' },
  origin: { engine: 'runway', promptHash: PROMPT_HASH, by: 'model' },
};
const ALIKE = 60;

describe('examining a stranger’s file', () => {
  let sources: Sources;
  let path: string;
  let facts: VideoFacts;
  const yesterday = new Date(Date.now() - 86_400_000);
  const ours = makeCertificate('Open Call', yesterday);
  const media = createMediaTools(DEFAULT_MEDIA_LIMITS, () => ours);
  beforeAll(async () => {
    sources = await createSources();
    path = await sources.video('clip.mp4', { width: 320, height: 180, frames: 48, look: 'disc' });
    const probed = await media.probe(path);
    if (probed.outcome !== 'video') throw new Error(probed.reason);
    facts = probed.facts;
  }, 60_000);
  afterAll(() => sources.dispose());

  it('reads credentials of ours: whole, and broken once a byte is another', async () => {
    const signed = sources.path('signed.mp4');
    await media.dress(path, DRESS, signed);
    const ofOurs = { signer: 'Open Call', engine: 'runway', promptHash: PROMPT_HASH, by: 'model' };
    expect((await media.examine(signed)).credentials).toMatchObject({ ...ofOurs, whole: true, byUs: true });
    const bytes = await readFile(signed);
    bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1;
    await writeFile(signed, bytes);
    expect((await media.examine(signed)).credentials).toMatchObject({ whole: false, byUs: false });
  });

  it('does not take somebody else’s signature under our name for ours', async () => {
    const forged = sources.path('forged.mp4');
    const theirs = await makeCertificate('Open Call', yesterday);
    await createMediaTools(DEFAULT_MEDIA_LIMITS, async () => theirs).dress(path, DRESS, forged);
    const { credentials } = await media.examine(forged);
    expect(credentials).toMatchObject({ signer: 'Open Call', whole: true, byUs: false });
  });

  it('knows frames again in a smaller, worse copy without credentials, and not in another video', async () => {
    const stills = { poster: sources.path('poster.webp'), contactSheet: sources.path('sheet.webp') };
    const { frameHashes } = await media.drawStills(path, facts, stills);
    const share = async (file: string) => {
      const { frames, credentials } = await media.examine(file);
      expect(credentials).toBeNull();
      const nearest = frames.map((hashes) =>
        Math.min(...hashes.flatMap((hash) => frameHashes.map((kept) => bitsBetween(hash, kept)))),
      );
      return nearest.filter((bits) => bits <= ALIKE).length / frames.length;
    };
    const copy = sources.path('copy.mp4');
    const parts = [{ path, frames: 48, fitting: { how: 'whole' } as const }];
    await media.join({ parts, width: 160, height: 90, framesPerSecond: 24, sound: false }, copy);
    expect(await share(copy)).toBeGreaterThan(0.7);
    expect(await share(await sources.video('other.mp4', { look: 'noise' }))).toBeLessThan(0.2);
  });

  it('knows a copy again that carries the visible mark, which no file escapes by fitting as it is', async () => {
    const stills = { poster: sources.path('poster.webp'), contactSheet: sources.path('sheet.webp') };
    const { frameHashes } = await media.drawStills(path, facts, stills);
    const to = sources.path('marked.mp4');
    const marking = createMediaTools(DEFAULT_MEDIA_LIMITS, () => ours, true);
    expect(await marking.makeRendition(path, facts, ROOM_LIMITS.rendition, to)).toMatchObject({ outcome: 'made' });
    const { frames } = await media.examine(to);
    const bits = frames.map((hashes) => Math.min(...frameHashes.map((kept) => bitsBetween(hashes[0] ?? '', kept))));
    expect(Math.max(...bits)).toBeLessThan(ALIKE);
    expect(Math.max(...bits)).toBeGreaterThan(0);
  });

  it('says of what is none that it is no video', async () => {
    const text = sources.path('text.mp4');
    await writeFile(text, 'not a video at all');
    await expect(media.examine(text)).rejects.toMatchObject({ code: 'not-a-video' });
  });
});
