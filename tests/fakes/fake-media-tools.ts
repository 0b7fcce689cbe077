import { readFile, writeFile } from 'node:fs/promises';
import type { MediaTools } from '../../src/media/media-tools.ts';
import { factsOfFakeVideo } from './fake-video.ts';

/** Media work on the videos of `createFakeVideoEngine`: in this process, in no time. Makes no rendition: all fit. */
export function createFakeMediaTools(): MediaTools {
  return {
    async probe(path) {
      const facts = factsOfFakeVideo(await readFile(path, 'utf8'));
      return facts ? { outcome: 'video', facts } : { outcome: 'not-a-video', reason: 'It is not' };
    },
    makeRendition: async () => ({ outcome: 'as-is' }),
    async join({ parts }, toPath) {
      await writeFile(toPath, await readFile(parts[0]?.path ?? ''));
    },
    async drawStills(path, _facts, to) {
      const video = await readFile(path, 'utf8');
      await writeFile(to.poster, `poster of ${video}`);
      await writeFile(to.contactSheet, `contact sheet of ${video}`);
    },
    async drawLastFrame(path, toPath) {
      await writeFile(toPath, `last frame of ${await readFile(path, 'utf8')}`);
    },
    takeInPicture: async () => ({ outcome: 'rejected', reason: 'not-a-picture' }),
  };
}
