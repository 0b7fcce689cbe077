import type { FilmFacts, FilmMaker } from './film.ts';

/** Films that only `createFakeMediaTools` can play, in the boxes of an MP4. */
export const fakeFilms: FilmMaker = {
  make: async (facts, job) => Buffer.concat([box('ftyp', 'isom'), box('moov', ''), box('mdat', fakeFilm(facts, job))]),
  dispose: async () => {},
};

function box(kind: string, content: string): Buffer {
  const bytes = Buffer.from(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + bytes.length);
  head.write(kind, 4);
  return Buffer.concat([head, bytes]);
}

function fakeFilm({ width, height, framesPerSecond, frames, sound }: FilmFacts, job: string): string {
  const facts = {
    ...{ container: 'mp4', indexFirst: true, videoCodec: 'h264', pixelFormat: 'yuv420p', pixelAspect: 1 },
    ...{ width, height, framesPerSecond, frames, seconds: frames / framesPerSecond, damage: null },
    audioCodec: sound ? 'aac' : null,
    look: { brightest: 200, contrast: 40, change: 12 },
  };
  return JSON.stringify({ name: job, facts });
}
