import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DISCORD_LIMITS } from '../src/bots/discord/discord-limits.ts';
import { ROOM_LIMITS } from '../src/bots/room/room-platform.ts';
import { X_LIMITS } from '../src/bots/x/x-limits.ts';
import { createFolderFileStore } from '../src/files/folder-file-store.ts';
import { createStoryboardBed } from '../src/generation/engines/storyboard/sound/storyboard-bed.ts';
import { finishClip } from '../src/generation/finishing/finish-clip.ts';
import { createFliteSpeech } from '../src/generation/speech/flite/flite-speech.ts';
import { createMediaTools, DEFAULT_MEDIA_LIMITS } from '../src/media/contained-media-tools.ts';
import { runContained } from '../src/media/contained-process.ts';
import { makeCertificate } from '../src/media/credentials/make-certificate.ts';
import type { ShotOrder, Sound } from '../src/requests/index.ts';
import type { Figure } from './figure.ts';
import { inFolder } from './support/databases.ts';
import { load } from './support/processor-time.ts';

const ORDER: ShotOrder = {
  prompt: 'a paper boat sails down a rainy street',
  aspect: { width: 16, height: 9 },
  ...{ seconds: 10, resolution: 720, framesPerSecond: 24, seed: 7 },
  ...{ style: null, sound: 'none', picture: null },
};
const LOOK_EVERY_MS = 50;

/** The time from a shot on the disk to all that a reply needs, against one bare encode of the same ten seconds. */
export async function figures(): Promise<Figure[]> {
  return inFolder(async (directory) => {
    const files = await createFolderFileStore({ directory: join(directory, 'files') });
    const path = await files.temporaryPath('.mp4');
    const limits = { timeoutMs: 240_000, maxMemoryBytes: 2e9, output: { paths: [path], maxBytes: 1e9 } };
    const render = new URL('../src/generation/engines/storyboard/render-storyboard.ts', import.meta.url);
    await runContained(render, { order: ORDER, picturePath: null, path }, limits);
    const file = await files.putFile(path, 'video/mp4');
    const identity = await makeCertificate('Bench', new Date(Date.now() - 60_000));
    const media = createMediaTools(DEFAULT_MEDIA_LIMITS, async () => identity);

    const bare = await timed(async () => {
      const parts = [{ path: await files.localPath(file), frames: 240, fitting: { how: 'whole' } as const }];
      const to = join(directory, 'bare.mp4');
      await media.join({ parts, width: 1280, height: 720, framesPerSecond: 24, sound: false }, to);
    });
    const finish = (sound: Sound | undefined, smallest: number) =>
      timed(() =>
        finishClip(
          {
            ...{ shots: [{ order: ORDER, file }], prompt: ORDER.prompt, aspect: null, sound, locale: 'en' },
            ...{ engine: 'storyboard', translation: null, tolerance: { sides: 0, seconds: 0 } },
          },
          {
            ...{ files, media, voices: [createFliteSpeech()], bed: createStoryboardBed() },
            renditionLimits: {
              room: ROOM_LIMITS.rendition,
              x: X_LIMITS.rendition,
              discord: { ...DISCORD_LIMITS.rendition, maxBytes: smallest },
            },
          },
        ),
      );
    const asIs = await finish('none', DISCORD_LIMITS.rendition.maxBytes);
    const spoken = await finish('narration', DISCORD_LIMITS.rendition.maxBytes);
    const smaller = await finish('none', Math.floor(file.bytes / 2));
    const figure = (name: string, measured: Timed, note: string): Figure => ({
      name,
      ...{ value: measured.seconds, limit: bare.seconds, unit: 's' },
      ...{ ratio: measured.seconds / bare.seconds, target: 'ratio ≤ 2.5' },
      note: `${note}; most memory of one process ${Math.round(measured.memory / 1e6)} MB; ${load()}`,
    });
    return [
      figure('finishing', asIs, '10 s of 720p24 for room, X and Discord, signed, with poster, sheet and colours'),
      figure('finishing, with sound', spoken, 'the same with narration, ambience and music'),
      figure('finishing, made smaller', smaller, 'the same without sound, for a Discord that takes half of its bytes'),
    ];
  });
}

interface Timed {
  seconds: number;
  /** The largest resident set of any process that was started, in bytes. */
  memory: number;
}

async function timed(act: () => Promise<unknown>): Promise<Timed> {
  let memory = 0;
  const watch = setInterval(async () => {
    for (const bytes of await childrensMemory()) memory = Math.max(memory, bytes);
  }, LOOK_EVERY_MS);
  const started = performance.now();
  try {
    await act();
  } finally {
    clearInterval(watch);
  }
  return { seconds: (performance.now() - started) / 1000, memory };
}

/** Peaks of the processes that this one started, as Linux keeps them; none where there is no `/proc`. */
async function childrensMemory(): Promise<number[]> {
  const read = (path: string) => readFile(path, 'utf8').catch(() => '');
  const ids = (await read(`/proc/${process.pid}/task/${process.pid}/children`)).split(' ').filter(Boolean);
  const states = await Promise.all(ids.map((id) => read(`/proc/${id}/status`)));
  return states.map((state) => Number(/VmHWM:\s+(\d+)/.exec(state)?.[1] ?? 0) * 1024);
}
