import { readFile, writeFile } from 'node:fs/promises';
import type { MediaTools } from '../../src/media/media-tools.ts';
import type { ShotOrder } from '../../src/requests/index.ts';
import { factsOfFakeVideo, fakeVideo } from './fake-video.ts';

const PLAIN = { nudity: { drawing: 1, hentai: 0, neutral: 0, porn: 0, sexy: 0 }, mark: '0'.repeat(64) };
const CARD: ShotOrder = {
  ...{ prompt: '', style: null, seed: 0, sound: 'none', picture: null },
  ...{ aspect: { width: 16, height: 9 }, resolution: 720, seconds: 1, framesPerSecond: 30 },
};

/** Media work on the videos of `createFakeVideoEngine`: in this process, in no time. Makes no rendition: all fit. */
export function createFakeMediaTools(): MediaTools {
  return {
    async probe(path) {
      const facts = factsOfFakeVideo(await readFile(path, 'utf8'));
      return facts ? { outcome: 'video', facts } : { outcome: 'not-a-video', reason: 'It is not' };
    },
    chooseFitting: async () => ({ how: 'whole' }),
    makeRendition: async () => ({ outcome: 'as-is' }),
    async addSound(path, _facts, _order, toPath) {
      await writeFile(toPath, await readFile(path));
      return { spoken: [] };
    },
    async dress(path, _dress, toPath) {
      await writeFile(toPath, await readFile(path));
    },
    async join({ parts }, toPath) {
      await writeFile(toPath, await readFile(parts[0]?.path ?? ''));
    },
    async drawCard({ title }, toPath) {
      await writeFile(toPath, fakeVideo(CARD, title));
    },
    async drawStills(path, _facts, to) {
      const video = await readFile(path, 'utf8');
      await writeFile(to.poster, `poster of ${video}`);
      await writeFile(to.contactSheet, `contact sheet of ${video}`);
      return { blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj', frameHashes: [] };
    },
    examine: async () => ({ credentials: null, frames: [], cutFrames: [] }),
    async makeWebVersion(path, _facts, toPath) {
      await writeFile(toPath, await readFile(path));
    },
    async makePreview(path, _facts, toPath) {
      await writeFile(toPath, `preview of ${await readFile(path, 'utf8')}`);
    },
    async drawLastFrame(path, toPath) {
      await writeFile(toPath, `last frame of ${await readFile(path, 'utf8')}`);
    },
    lookAtPicture: async () => PLAIN,
    lookAtFrames: async () => [{ ...PLAIN, seconds: 0 }],
    takeInPicture: async () => ({ outcome: 'rejected', reason: 'not-a-picture' }),
  };
}
