import { expect, it } from 'vitest';
import type { VideoFacts } from '../../../src/media/media-tools.ts';
import { faultOfRendition } from '../../../src/media/video/fault-of-rendition.ts';

const made: VideoFacts = {
  ...{ bytes: 9000, container: 'mp4', indexFirst: true, videoCodec: 'h264', pixelFormat: 'yuv420p' },
  ...{ audioCodec: 'aac', width: 640, height: 360, pixelAspect: 1, framesPerSecond: 24, frames: 48, seconds: 2 },
  ...{ damage: null, look: { brightest: 120, contrast: 40, change: 12 } },
};
const wanted = {
  source: { ...made, bytes: 90_000, width: 1280, height: 720 },
  ...{ width: 640, height: 360, rate: { num: 24, den: 1 }, frames: 48, samePicture: true },
};

it('finds no fault with what was to be made', () => {
  expect(faultOfRendition(made, wanted)).toBeNull();
});

it.each<[string, Partial<VideoFacts>, RegExp]>([
  ['that does not play whole', { damage: 'ends in the middle' }, /ends in the middle/],
  ['of another shape', { height: 352 }, /640x352/],
  ['with stretched pixels', { pixelAspect: 1.33 }, /1\.33/],
  ['with a frame less', { frames: 47 }, /47 frames/],
  ['that is longer than its frames', { seconds: 2.2 }, /2\.2 s/],
  ['that few players know', { pixelFormat: 'yuv444p' }, /yuv444p/],
  ['that plays only once it is here', { indexFirst: false }, /last/],
  ['without its sound', { audioCodec: null }, /sound: none/],
  ['in other colours', { look: { ...made.look, brightest: 100 } }, /20 of 255/],
])('finds one %s', (_, change, fault) => {
  expect(faultOfRendition({ ...made, ...change }, wanted)).toMatch(fault);
});

it('lets a picture before a ground of its own be as dark as that', () => {
  const darker = { ...made, look: { ...made.look, brightest: 80 } };
  expect(faultOfRendition(darker, { ...wanted, samePicture: false })).toBeNull();
});
