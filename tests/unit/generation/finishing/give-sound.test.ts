import { readFile, writeFile } from 'node:fs/promises';
import { Reader } from '@contentauth/c2pa-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileStore } from '../../../../src/files/file-store.ts';
import { createFolderFileStore } from '../../../../src/files/folder-file-store.ts';
import { createStoryboardBed } from '../../../../src/generation/engines/storyboard/sound/storyboard-bed.ts';
import { dressFile } from '../../../../src/generation/finishing/dress-file.ts';
import { giveSound, type SoundWish } from '../../../../src/generation/finishing/give-sound.ts';
import { createScratch } from '../../../../src/generation/finishing/scratch.ts';
import { createFliteSpeech } from '../../../../src/generation/speech/flite/flite-speech.ts';
import type { Speech } from '../../../../src/generation/speech/speech.ts';
import { createMediaTools, DEFAULT_MEDIA_LIMITS } from '../../../../src/media/contained-media-tools.ts';
import { runContained } from '../../../../src/media/contained-process.ts';
import { makeCertificate } from '../../../../src/media/credentials/make-certificate.ts';
import { AdapterError } from '../../../../src/requests/index.ts';
import type { WhatIsHeard } from '../../media/contained/hear.task.ts';
import { createSources, numbersFrom, type Sources } from '../../media/sources.ts';

const media = createMediaTools();
const WISH: SoundWish = {
  asked: 'narration',
  brought: 'none',
  prompt: 'A paper boat sails down a rainy street',
  style: null,
  seed: 7,
};
const ORIGIN = { engine: 'runway', promptHash: 'ab12', by: 'model' } as const;
const SECONDS = 4;
const FRAMES = SECONDS * 24;

let sources: Sources;
let files: FileStore;
beforeAll(async () => {
  sources = await createSources();
  files = await createFolderFileStore({ directory: sources.path('store') });
});
afterAll(() => sources.dispose());

async function sound(wish: Partial<SoundWish>, tone: number | null = null, voices: Speech[] = [createFliteSpeech()]) {
  await using scratch = createScratch(files);
  const path = await sources.video('clip.mp4', { frames: FRAMES, tone });
  const probed = await media.probe(path);
  if (probed.outcome !== 'video') throw new Error(probed.reason);
  const file = { sha256: '', bytes: 0, type: 'video/mp4' };
  const tools = { files, media, scratch, voices, bed: createStoryboardBed() };
  return giveSound({ file, path, facts: probed.facts }, { ...WISH, ...wish }, tools);
}

const codeOf = ({ code }: { code: string }) => code;
const hear = (path: string) =>
  runContained<WhatIsHeard>(
    new URL('../../media/contained/hear.task.ts', import.meta.url),
    { path, seconds: SECONDS },
    { timeoutMs: 60_000, maxMemoryBytes: 1e9, output: { paths: [], maxBytes: 1e9 } },
  );

describe('giving a clip sound', () => {
  it('speaks over ambience and music, at the loudness that players expect, and touches no frame', async () => {
    const { master, sound: given, cues } = await sound({});
    expect(given).toBe('narration');
    expect(cues.map(({ text }) => text).join(' ')).toBe(WISH.prompt);
    const heard = await hear(master.path);
    expect(Math.abs(heard.integrated + 14)).toBeLessThanOrEqual(0.5);
    expect(heard.truePeak).toBeLessThanOrEqual(-1);
    // Louder where somebody speaks than after, softly come and gone, and as long as the picture.
    const [first] = cues;
    const spoken = heard.levels.slice(Math.ceil((first?.start ?? 0) * 10), Math.floor((cues.at(-1)?.end ?? 0) * 10));
    const after = heard.levels.slice(Math.ceil((cues.at(-1)?.end ?? 0) * 10) + 3, -7);
    expect(Math.max(...spoken)).toBeGreaterThan(2 * Math.max(...after));
    expect(heard.levels.at(-1)).toBeLessThan(0.3 * Math.max(...after));
    expect(master.facts).toMatchObject({ frames: FRAMES, seconds: SECONDS, damage: null, indexFirst: true });
    expect((await sources.read(master.path)).numbers).toEqual(numbersFrom(0, FRAMES));
    // The subtitles go into the file as a track that every player knows.
    await using scratch = createScratch(files);
    const dress = { cues, language: 'eng', tags: { title: 'A boat', comment: 'Made by a machine' }, origin: ORIGIN };
    const identity = await makeCertificate('Tests', new Date(Date.now() - 60_000));
    const signing = createMediaTools(DEFAULT_MEDIA_LIMITS, async () => identity);
    const signed = await files.localPath(await dressFile(master.path, dress, { files, media: signing, scratch }));
    const dressed = await hear(signed);
    // What was signed holds, and says what it is. Nobody knows the certificate, which is no fault of the file.
    const store = (await Reader.fromAsset({ path: signed }))?.json();
    const said = JSON.stringify(store?.manifests[store.active_manifest ?? '']);
    for (const word of ['trainedAlgorithmicMedia', '"runway"', '"ab12"', 'A boat']) expect(said).toContain(word);
    expect(store?.validation_status?.map(codeOf)).toEqual(['signingCredential.untrusted']);
    const bytes = await readFile(signed);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(sources.path('tampered.mp4'), bytes);
    const tampered = (await Reader.fromAsset({ path: sources.path('tampered.mp4') }))?.json();
    expect(tampered?.validation_status?.map(codeOf)).toContain('assertion.bmffHash.mismatch');
    expect(dressed.streams).toEqual(['h264', 'aac', 'mov_text']);
    expect(dressed.tags).toMatchObject(dress.tags);
  });

  it('keeps what the engine brought, under the voice where one was asked for', async () => {
    const kept = await sound({ asked: undefined, brought: 'ambience' }, 440);
    expect(kept).toMatchObject({ sound: 'ambience', cues: [], master: { path: sources.path('clip.mp4') } });
    const narrated = await sound({ brought: 'ambience' }, 440);
    expect(narrated.sound).toBe('narration');
    const { tones } = await sources.read(narrated.master.path, SECONDS);
    expect(Math.abs((tones.at(-9) ?? 0) - 440)).toBeLessThanOrEqual(20);
  });

  it('takes sound away only where silence was asked for', async () => {
    expect((await sound({ asked: 'none', brought: 'ambience' }, 440)).master.facts.audioCodec).toBeNull();
    expect(await sound({ asked: 'none' })).toMatchObject({ sound: 'none', master: { path: sources.path('clip.mp4') } });
  });

  it('goes on without a voice where none speaks the language or can be reached', async () => {
    const away: Speech = {
      speaks: () => true,
      speak: async () => {
        throw new AdapterError('Nobody answers', { adapter: 'away', code: 'ECONNREFUSED', retryable: true });
      },
    };
    const given = await sound({ prompt: 'قارب ورقي في شارع ماطر' }, null, [away, createFliteSpeech()]);
    expect(given).toMatchObject({ sound: 'ambience', cues: [], master: { facts: { audioCodec: 'aac' } } });
  });
});
