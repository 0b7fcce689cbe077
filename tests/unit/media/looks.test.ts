import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMediaTools } from '../../../src/media/contained-media-tools.ts';
import { createSources, type Sources } from './sources.ts';

const media = createMediaTools();
let sources: Sources;
beforeAll(async () => {
  sources = await createSources();
});
afterAll(() => sources.dispose());

const bitsApart = (one: string | null, other: string | null) =>
  [...(one ?? '')].filter((bit, at) => bit !== other?.[at]).length;

/** A scene of a few shapes, or another one. */
function scene(width: number, { other = false } = {}) {
  const shapes = other
    ? '<rect width="100" height="100" fill="#fff"/><path d="M0 80 30 20 60 80Z" fill="#242"/><circle cx="80" cy="20" r="15" fill="#e80"/>'
    : '<rect width="100" height="100" fill="#247"/><rect y="60" width="100" height="40" fill="#a85"/><circle cx="30" cy="40" r="22" fill="#fd8"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${shapes}</svg>`;
  return sharp(Buffer.from(svg)).resize(width, width);
}

describe('looking with the model that comes with a package', () => {
  it('scores a picture, and knows it again when it is scaled and encoded otherwise', async () => {
    const [first, same, another] = [sources.path('a.jpg'), sources.path('b.webp'), sources.path('c.png')];
    await scene(900).jpeg().toFile(first);
    await scene(420).webp({ quality: 40 }).toFile(same);
    await scene(420, { other: true }).png().toFile(another);
    const looks = await Promise.all([first, same, another].map((path) => media.lookAtPicture(path)));
    const [one, two, three] = looks.map(({ mark }) => mark);
    expect(one).toMatch(/^[01]{64}$/);
    expect(bitsApart(one ?? null, two ?? null)).toBeLessThanOrEqual(6);
    expect(bitsApart(one ?? null, three ?? null)).toBeGreaterThan(12);
    for (const { nudity } of looks) {
      expect(Object.values(nudity).reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 3);
      expect(nudity.drawing + nudity.neutral).toBeGreaterThan(0.8);
    }
  });

  it('looks at frames at even steps and where a scene begins, and knows no plain one again', async () => {
    const before = await sources.video('before.mp4', { frames: 40, look: 'numbers' });
    const after = await sources.video('after.mp4', { frames: 8, look: 'red' });
    const path = sources.path('two-scenes.mp4');
    const parts = [before, after].map((each, place) => ({
      ...{ path: each, frames: place === 0 ? 40 : 8 },
      fitting: { how: 'whole' } as const,
    }));
    await media.join({ parts, width: 160, height: 96, framesPerSecond: 24, sound: false }, path);
    const looks = await media.lookAtFrames(path, { frames: 48, framesPerSecond: 24 });
    const frames = looks.map(({ seconds }) => Math.round(seconds * 24));
    expect(frames).toEqual(expect.arrayContaining([0, 3, 9, 15, 21, 27, 33, 39, 40, 45]));
    expect(looks.at(-1)?.mark).toBeNull();
  });

  it('says of what is no picture that it cannot look', async () => {
    const path = await sources.video('clip.mp4');
    await expect(media.lookAtPicture(path)).rejects.toMatchObject({ adapter: 'media' });
  });
});
