import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RenditionLimits } from '../../../../src/bots/chat-platform.ts';
import type { FileStore } from '../../../../src/files/file-store.ts';
import { createFolderFileStore } from '../../../../src/files/folder-file-store.ts';
import { createStoryboardBed } from '../../../../src/generation/engines/storyboard/sound/storyboard-bed.ts';
import { type FinishOutcome, finishClip, type ToFinish } from '../../../../src/generation/finishing/finish-clip.ts';
import { createFliteSpeech } from '../../../../src/generation/speech/flite/flite-speech.ts';
import { createFinishClip } from '../../../../src/generation/steps/finish-clip.ts';
import { createMediaTools, DEFAULT_MEDIA_LIMITS } from '../../../../src/media/contained-media-tools.ts';
import { makeCertificate } from '../../../../src/media/credentials/make-certificate.ts';
import { createLookScreening } from '../../../../src/moderation/screening/look/look-screening.ts';
import type { Clip, ShotOrder, StoredFile } from '../../../../src/requests/index.ts';
import { engineLimits } from '../../../samples/engine-limits.ts';
import { aClip, after, anApproval, EVENTS } from '../../../samples/requests.ts';
import type { SourceOrder } from '../../media/contained/make-source.task.ts';
import { NO_DISK, smallDisk } from '../../media/small-disk.ts';
import { createSources, numbersFrom, type Sources } from '../../media/sources.ts';

const media = createMediaTools();
const SOUNDS = { voices: [createFliteSpeech()], bed: createStoryboardBed() };
const ROOM: RenditionLimits = {
  maxBytes: 50_000_000,
  maxLongSide: 1920,
  maxShortSide: 1920,
  maxStretch: 4,
  minSeconds: 0,
  maxSeconds: 600,
  maxFramesPerSecond: 60,
};
const SMALL: RenditionLimits = { ...ROOM, maxLongSide: 320 };
/** 360p of 16:9, as `frameSize` has it. */
const SIZE = { width: 640, height: 360 };
const ORDER: ShotOrder = {
  prompt: 'a paper boat sails down a rainy street, watercolour, seed 7',
  aspect: { width: 16, height: 9 },
  seconds: 1,
  resolution: 360,
  framesPerSecond: 24,
  style: null,
  seed: 7,
  sound: 'ambience',
  picture: null,
};

let sources: Sources;
let files: FileStore;
let rounds = 0;
beforeAll(async () => {
  sources = await createSources();
});
afterAll(() => sources.dispose());
beforeEach(async () => {
  rounds += 1;
  files = await createFolderFileStore({ directory: sources.path(`store-${rounds}`) });
});

async function shotFile(order: Partial<SourceOrder> = {}, store = files): Promise<StoredFile> {
  const made = await sources.video(`shot-${rounds}.mp4`, { ...SIZE, frames: 24, tone: 440, ...order });
  const path = await store.temporaryPath('.mp4');
  await copyFile(made, path);
  return store.putFile(path, 'video/mp4');
}

const toFinish = (...shots: StoredFile[]): ToFinish => ({
  shots: shots.map((file) => ({ order: ORDER, file })),
  prompt: 'a paper boat sails down a rainy street',
  aspect: null,
  sound: undefined,
  locale: 'en',
  engine: 'storyboard',
  translation: null,
  tolerance: { sides: 0, seconds: 0 },
});

const finish = (work: ToFinish, renditionLimits: Record<string, RenditionLimits> = { room: ROOM }) =>
  finishClip(work, { files, media, ...SOUNDS, renditionLimits });

function clipOf(outcome: FinishOutcome): Clip {
  if (outcome.outcome === 'invalid') throw new Error(JSON.stringify(outcome.reason));
  return outcome.clip;
}

async function probed(file: StoredFile) {
  const outcome = await media.probe(await files.localPath(file));
  if (outcome.outcome === 'not-a-video') throw new Error(outcome.reason);
  return outcome;
}

describe('finishing a clip', () => {
  it('keeps a single shot byte for byte, and fits it to each platform', async () => {
    const file = await shotFile();
    const clip = clipOf(await finish(toFinish(file), { room: ROOM, discord: SMALL, x: { ...SMALL } }));
    expect(clip).toMatchObject({
      master: file,
      ...SIZE,
      seconds: 1,
      framesPerSecond: 24,
      engine: 'storyboard',
      caption: 'a paper boat sails down a rainy street',
      altText: 'Storyboard clip, 1 second, landscape: a paper boat sails down a rainy street. With background sound.',
    });
    // The same picture and sound, beside what it says of itself.
    expect((await probed(clip.renditions.room as StoredFile)).facts).toMatchObject({ ...SIZE, frames: 24, seconds: 1 });
    expect(clip.renditions.discord).toEqual(clip.renditions.x);
    expect(clip.renditions.discord?.sha256).not.toBe(file.sha256);
    for (const kept of [clip.master, ...Object.values(clip.renditions), clip.poster, clip.contactSheet]) {
      expect(await files.stat(kept.sha256)).toEqual(kept);
    }
    expect(clip.poster.type).toBe('image/webp');
    const small = await media.probe(await files.localPath(clip.renditions.x as StoredFile));
    expect(small).toMatchObject({ outcome: 'video', facts: { width: 320, height: 180, frames: 24, damage: null } });
  });

  it('keeps the translation that its engine was told', async () => {
    const limits = engineLimits({ languages: ['en'], tolerance: { sides: 0, seconds: 0 } });
    const step = createFinishClip({
      ...{ engines: { byId: () => ({ limits }) } as never, files, media, ...SOUNDS, renditionsFor: () => ROOM },
      knownClips: { keep: async () => {} } as never,
    });
    const approval = anApproval({ prompt: 'قارب ورقي يبحر في شارع ممطر', options: {} });
    const request = after(
      'prompt-screened',
      { kind: 'approved', approval },
      { ...EVENTS['generation-started'], shots: [ORDER] },
      'shot-intended',
      'shot-started',
      'shot-rendered',
      { kind: 'shot-downloaded', shot: 0, file: await shotFile() },
    );
    const result = await step({ request, signal: new AbortController().signal } as never);
    if (result.next !== 'apply' || result.event.kind !== 'clip-finished') throw new Error(result.next);
    expect(result.event.clip.translation).toEqual({ from: 'ar', to: 'en', words: ORDER.prompt });
  });

  it('keeps within what a platform takes with its credentials in it', async () => {
    const identity = await makeCertificate('Tests', new Date(Date.now() - 60_000));
    const signing = createMediaTools(DEFAULT_MEDIA_LIMITS, async () => identity);
    const file = await shotFile({ look: 'noise', frames: 24 });
    // The master itself would fit, by less than what it says of itself.
    const renditionLimits = { room: { ...ROOM, maxBytes: file.bytes + 10 } };
    const finished = await finishClip(toFinish(file), { files, ...SOUNDS, media: signing, renditionLimits });
    const room = clipOf(finished).renditions.room as StoredFile;
    expect(room.bytes).toBeLessThanOrEqual(renditionLimits.room.maxBytes);
    expect(room.bytes).toBeGreaterThan(file.bytes * 0.5);
  });

  it('joins shots, and gives the same files when it is run again', async () => {
    const work = toFinish(await shotFile(), await shotFile({ from: 500, tone: null }));
    const clip = clipOf(await finish(work, { room: ROOM, x: SMALL }));
    expect(clip).toMatchObject({ ...SIZE, seconds: 2, framesPerSecond: 24 });
    const { numbers } = await sources.read(await files.localPath(clip.master));
    expect(numbers).toEqual([...numbersFrom(0, 24), ...numbersFrom(500, 24)]);
    expect(clipOf(await finish(work, { room: ROOM, x: SMALL }))).toEqual(clip);
  });

  it('fits a shot of another shape, and one that was asked for in a shape that the engine does not make', async () => {
    const upright = clipOf(await finish(toFinish(await shotFile({ width: 360, height: 640 }))));
    expect(upright).toMatchObject({ ...SIZE, seconds: 1 });
    const square = { ...toFinish(await shotFile()), aspect: { width: 1, height: 1 } };
    const clip = clipOf(await finish(square));
    expect(clip).toMatchObject({ width: 360, height: 360, seconds: 1 });
    const { facts } = await probed(clip.master);
    expect(facts).toMatchObject({ frames: 24, damage: null, audioCodec: 'aac', pixelAspect: 1 });
  });

  it('makes for the pages what nobody waits for: AV1 that is smaller, and a picture that moves', async () => {
    const path = await sources.video('for-pages.mp4', { frames: 24, tone: 440 });
    const { facts } = await probed(await shotFile({ width: 160, height: 96 }));
    const to = { web: sources.path('web.mp4'), preview: sources.path('preview.webp') };
    await media.makeWebVersion(path, facts, to.web);
    expect(await media.probe(to.web)).toMatchObject({
      facts: { videoCodec: 'av1', audioCodec: 'aac', width: 160, height: 96, frames: 24, seconds: 1, damage: null },
    });
    expect((await sources.read(to.web)).numbers).toEqual(numbersFrom(0, 24));
    await media.makePreview(path, facts, to.preview);
    expect(await sharp(to.preview, { animated: true }).metadata()).toMatchObject({ pages: 8, loop: 0, width: 160 });
  });

  it('leaves no unfinished file', async () => {
    await finish(toFinish(await shotFile()), { x: SMALL });
    expect(await readdir(join(sources.directory, `store-${rounds}`, 'tmp'))).toEqual([]);
  });

  it.each([23, 25])('takes a shot that is a frame off: %d of 24', async (frames) => {
    expect((await finish(toFinish(await shotFile({ frames })))).outcome).toBe('finished');
  });

  it.each([
    ['wrong-length', { frames: 22 }],
    ['wrong-length', { frames: 26 }],
    ['too-small', { width: 300, height: 168 }],
  ] satisfies [string, Partial<SourceOrder>][])(
    'names the shot that is not what was ordered: %s',
    async (problem, order) => {
      const outcome = await finish(toFinish(await shotFile(), await shotFile(order)));
      expect(outcome).toMatchObject({ outcome: 'invalid', reason: { shot: 1, problem } });
    },
  );

  it('names a shot that is no video, or not whole', async () => {
    const whole = await readFile(await files.localPath(await shotFile({ look: 'noise' })));
    const put = async (bytes: Buffer) => {
      const path = await files.temporaryPath('.mp4');
      await writeFile(path, bytes);
      return files.putFile(path, 'video/mp4');
    };
    const broken = toFinish(await put(whole.subarray(0, whole.length >> 1)));
    expect(await finish(broken)).toMatchObject({ outcome: 'invalid', reason: { shot: 0, problem: 'damaged' } });
    const words = toFinish(await put(Buffer.from('{"error":"out of credit"}')));
    expect(await finish(words)).toMatchObject({ outcome: 'invalid', reason: { shot: 0, problem: 'not-a-video' } });
  });

  it('says when a platform cannot take it, rather than cut it', async () => {
    const outcome = await finish(toFinish(await shotFile()), { x: { ...ROOM, maxSeconds: 0.5 } });
    expect(outcome).toMatchObject({ outcome: 'invalid', reason: { shot: null, problem: 'cannot-fit', platform: 'x' } });
  });

  it('says that the disk is full, leaves nothing unfinished, and can be run again', async (test) => {
    const disk = smallDisk(sources.directory, '700k') ?? test.skip(NO_DISK);
    try {
      const store = await createFolderFileStore({ directory: disk.path });
      const order = { look: 'noise', frames: 24, width: 640, height: 360 } as const;
      const work = toFinish(
        await shotFile({ ...order, look: 'numbers' }, store),
        await shotFile({ look: 'still', from: 9 }, store),
      );
      const filler = await store.temporaryPath('.filler');
      await writeFile(filler, Buffer.alloc(640_000)).catch(() => {});
      const attempt = finishClip(work, { files: store, media, ...SOUNDS, renditionLimits: { room: ROOM } });
      await expect(attempt).rejects.toMatchObject({ name: 'AdapterError', code: 'disk-full', retryable: true });
      expect(await readdir(join(disk.path, 'tmp'))).toEqual([filler.split('/').at(-1)]);
      await writeFile(filler, '');
      expect(
        (await finishClip(work, { files: store, media, ...SOUNDS, renditionLimits: { room: ROOM } })).outcome,
      ).toBe('finished');
    } finally {
      disk.unmount();
    }
  });

  it('stops when told to', async () => {
    const stopped = finishClip(
      toFinish(await shotFile()),
      { files, media, ...SOUNDS, renditionLimits: {} },
      { signal: AbortSignal.abort() },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('what is measured of a finished clip', () => {
  const screenFinished = async (order: Partial<SourceOrder>) => {
    const file = await shotFile(order);
    const probed = await media.probe(await files.localPath(file));
    if (probed.outcome !== 'video') throw new Error(probed.reason);
    return createLookScreening().screenClip({ ...aClip(), look: probed.facts.look });
  };

  it('lets a clip through that has something to see', async () => {
    expect(await screenFinished({})).toMatchObject({ outcome: 'allow' });
  });

  it.each([
    ['black', 'black'],
    ['plain', 'plain'],
    ['still', 'nothing moves'],
  ] as const)('tells a clip that is %s', async (look, evidence) => {
    expect(await screenFinished({ look })).toMatchObject({
      outcome: 'review',
      findings: [{ policy: 'technical', evidence: expect.stringContaining(evidence) }],
    });
  });
});
