import { join } from 'node:path';
import { mostLike } from '../src/generation/provenance/most-like.ts';
import { createMediaTools } from '../src/media/contained-media-tools.ts';
import { runContained } from '../src/media/contained-process.ts';
import type { ShotOrder } from '../src/requests/index.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Figure } from './figure.ts';
import type { ChangeInput } from './support/change-film.task.ts';
import { inFolder } from './support/databases.ts';
import { CHANGES } from './support/film-changes.ts';

/** Clips that are remembered, and others that must not be taken for one of them. */
const PROMPTS = [
  'a paper boat sails down a rainy street',
  'a red kite in the wind over a beach',
  'a cat reads a book by candlelight in a library',
];
const STRANGERS = [
  'a fox runs through an autumn forest',
  'a lighthouse in a storm',
  'an astronaut plants a flower on the moon',
  'a train crosses a snowy mountain at night',
  'a camel walks through the desert at noon',
];
const ORDER: Omit<ShotOrder, 'prompt'> = {
  aspect: { width: 16, height: 9 },
  ...{ seconds: 4, resolution: 480, framesPerSecond: 24, seed: 7 },
  ...{ style: null, sound: 'none', picture: null },
};

/** How many clips are known again after what people and platforms do to them, by the store as it is. */
export async function figures(): Promise<Figure[]> {
  return inFolder(async (directory) => {
    const media = createMediaTools();
    const store = await openStore({ databaseUrl: null, directory });
    try {
      const films: string[] = [];
      for (const [place, prompt] of PROMPTS.entries()) {
        const path = join(directory, `film-${place}.mp4`);
        await draw(prompt, path);
        const probed = await media.probe(path);
        if (probed.outcome !== 'video') throw new Error(probed.reason);
        const to = { poster: join(directory, 'poster.webp'), contactSheet: join(directory, 'sheet.webp') };
        const { frameHashes } = await media.drawStills(path, probed.facts, to);
        await store.knownClips.keep(`film-${place}`, { files: [], frameHashes });
        films.push(path);
      }
      const known = async (path: string) => {
        const { frames, cutFrames } = await media.examine(path);
        const plain = mostLike(frames, await store.knownClips.findByFrames(frames));
        return plain ?? mostLike(cutFrames, await store.knownClips.findByFrames(cutFrames));
      };
      const figures: Figure[] = [];
      for (const { name, filters, quality, from } of CHANGES) {
        let [right, certain, wrong, share] = [0, 0, 0, 0];
        for (const [place, path] of films.entries()) {
          const changed = join(directory, 'changed.mp4');
          await change({ path, toPath: changed, filters, quality, from });
          const found = await known(changed);
          if (found?.requestId === `film-${place}`) {
            right += 1;
            share += found.share;
            if (found.sureness === 'nearly-certain') certain += 1;
          } else if (found) wrong += 1;
        }
        figures.push(figureOf(name, { right, certain, wrong, share, of: films.length }));
      }
      let mistaken = 0;
      for (const prompt of STRANGERS) {
        const path = join(directory, 'stranger.mp4');
        await draw(prompt, path);
        if (await known(path)) mistaken += 1;
      }
      figures.push({
        name: 'taken for ours by mistake',
        ...{ value: mistaken, unit: 'clips', limit: STRANGERS.length, ratio: mistaken / STRANGERS.length },
        target: null,
        note: 'other prompts to the same storyboard, whose pictures have much in common',
      });
      return figures;
    } finally {
      await store.close();
    }
  });
}

function figureOf(
  name: string,
  { right, certain, wrong, share, of }: { right: number; certain: number; wrong: number; share: number; of: number },
): Figure {
  const mean = right === 0 ? 0 : Math.round((100 * share) / right);
  return {
    name: `known: ${name}`,
    ...{ value: right, unit: 'clips', limit: of, ratio: right / of, target: null },
    note: `${certain} all but certain, ${wrong} taken for another; ${mean} % of their frames`,
  };
}

async function draw(prompt: string, path: string): Promise<void> {
  const limits = { timeoutMs: 120_000, maxMemoryBytes: 2e9, output: { paths: [path], maxBytes: 1e9 } };
  const render = new URL('../src/generation/engines/storyboard/render-storyboard.ts', import.meta.url);
  await runContained(render, { order: { ...ORDER, prompt }, picturePath: null, path }, limits);
}

async function change(input: ChangeInput): Promise<void> {
  const limits = { timeoutMs: 120_000, maxMemoryBytes: 2e9, output: { paths: [input.toPath], maxBytes: 1e9 } };
  await runContained(new URL('./support/change-film.task.ts', import.meta.url), input, limits);
}
