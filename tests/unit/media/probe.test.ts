import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMediaTools } from '../../../src/media/contained-media-tools.ts';
import { createSources, numbersFrom, type Sources } from './sources.ts';

const media = createMediaTools();
let sources: Sources;
beforeAll(async () => {
  sources = await createSources();
});
afterAll(() => sources.dispose());

describe('probing', () => {
  it('tells what a video really is', async () => {
    const path = await sources.video('plain.mp4', { frames: 30, tone: 440 });
    const probed = await media.probe(path);
    expect(probed).toMatchObject({
      outcome: 'video',
      facts: {
        container: 'mp4',
        indexFirst: true,
        videoCodec: 'h264',
        pixelFormat: 'yuv420p',
        audioCodec: 'aac',
        width: 160,
        height: 96,
        pixelAspect: 1,
        framesPerSecond: 24,
        frames: 30,
        seconds: 1.25,
        damage: null,
      },
    });
    expect((await sources.read(path)).numbers).toEqual(numbersFrom(0, 30));
  });

  it.each([
    [23.976, 24],
    [29.97, 30],
    [30, 30],
    [60, 30],
    [12.5, 10],
  ])('counts frames and length at %d frames per second', async (framesPerSecond, frames) => {
    const path = await sources.video(`rate-${framesPerSecond}.mp4`, { framesPerSecond, frames });
    const probed = await media.probe(path);
    expect(probed).toMatchObject({ outcome: 'video', facts: { frames, damage: null, audioCodec: null } });
    if (probed.outcome === 'video') {
      expect(probed.facts.framesPerSecond).toBeCloseTo(framesPerSecond, 2);
      expect(probed.facts.seconds).toBeCloseTo(frames / framesPerSecond, 2);
    }
  });

  it('takes a video of one frame', async () => {
    const path = await sources.video('one.mp4', { frames: 1 });
    expect(await media.probe(path)).toMatchObject({ outcome: 'video', facts: { frames: 1, damage: null } });
  });

  it('sees when a file breaks off', async () => {
    const whole = await readFile(await sources.video('whole.mp4', { frames: 48, look: 'noise' }));
    await writeFile(sources.path('cut.mp4'), whole.subarray(0, whole.length / 2));
    const probed = await media.probe(sources.path('cut.mp4'));
    expect(probed).toMatchObject({
      outcome: 'video',
      facts: { damage: expect.stringMatching(/ends after \d+ of 48 frames/) },
    });
  });

  it('sees when a file is broken in the middle', async () => {
    const whole = await readFile(await sources.video('to-break.mp4', { frames: 48, look: 'noise' }));
    whole.fill(0x55, whole.length >> 1, (whole.length >> 1) + 4000);
    await writeFile(sources.path('broken.mp4'), whole);
    const probed = await media.probe(sources.path('broken.mp4'));
    expect(probed).toMatchObject({ outcome: 'video', facts: { damage: expect.any(String) } });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from([0])],
    ['words', Buffer.from('Once upon a time there was no video at all.\n'.repeat(200))],
    ['noise', Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * 7919 + (index >> 3) * 104_729) & 255))],
    ['a page', Buffer.from('<!doctype html><html><body><video src="a.mp4"></video></body></html>')],
    ['a header without a video', Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41\0\0\0\x08moov', 'latin1')],
    [
      'a box that claims terabytes',
      Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2\0\0\0\x01mdat\0\0\xff\0\0\0\0\0', 'latin1'),
    ],
  ])('says of %s that it is no video', async (name, bytes) => {
    const path = sources.path(`${name}.mp4`);
    await writeFile(path, bytes);
    expect(await media.probe(path)).toMatchObject({ outcome: 'not-a-video', reason: expect.any(String) });
  });

  it('follows no playlist or script to another file', async () => {
    const real = await sources.video('real.mp4');
    const scripts = {
      'list.m3u8': `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${real}\n#EXT-X-ENDLIST\n`,
      'list.ffconcat': `ffconcat version 1.0\nfile '${real}'\n`,
      'list.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n`,
      'page.mpd': `<MPD><Period><BaseURL>file://${real}</BaseURL></Period></MPD>`,
    };
    for (const [name, text] of Object.entries(scripts)) {
      await writeFile(sources.path(name), text);
      expect(await media.probe(sources.path(name))).toMatchObject({ outcome: 'not-a-video' });
    }
  });

  it('always answers, whatever bytes of a video are changed', async () => {
    const whole = await readFile(await sources.video('to-flip.mp4', { frames: 12, tone: 440 }));
    const path = sources.path('flipped.mp4');
    for (let round = 1; round <= 12; round += 1) {
      const flipped = Buffer.from(whole);
      for (let flip = 0; flip < 40; flip += 1) {
        const at = (round * 7919 + flip * 104_729) % (round % 2 === 0 ? 1500 : flipped.length);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (flip % 8));
      }
      await writeFile(path, flipped);
      expect(['video', 'not-a-video']).toContain((await media.probe(path)).outcome);
    }
  });

  it('tells a file that is not there from one that is no video', async () => {
    await expect(media.probe(sources.path('absent.mp4'))).rejects.toMatchObject({
      name: 'AdapterError',
      code: 'failed',
    });
  });

  it('stops when told to', async () => {
    const path = await sources.video('stopped.mp4');
    await expect(media.probe(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
  });
});
