import { createCanvas } from '@napi-rs/canvas';
import { between } from '../../random.ts';
import { css, mix } from '../colour.ts';
import type { StageSet } from '../stage-set.ts';
import type { Air } from './air.ts';

/** Veils that pass by, painted once and drawn large. */
export function createFog({ width, height, random, light }: StageSet): Air {
  const veil = createCanvas(256, 128);
  const context = veil.getContext('2d');
  const white = mix([255, 255, 255], light.skyBottom, light.dark ? 0.7 : 0.25);
  for (let puff = 0; puff < 26; puff++) {
    const [x, y, size] = [between(random, 20, 236), between(random, 40, 100), between(random, 18, 42)];
    const gradient = context.createRadialGradient(x, y, 0, x, y, size);
    gradient.addColorStop(0, css(white, 0.28));
    gradient.addColorStop(1, css(white, 0));
    context.fillStyle = gradient;
    context.fillRect(0, 0, 256, 128);
  }
  return {
    place: 'front',
    draw(target, seconds) {
      for (const [at, speed, top] of [
        [0, 0.012, 0.3],
        [0.55, -0.009, 0.45],
      ] as const) {
        const left = Math.sin(seconds * speed * 6 + at * 8) * width * 0.16 - width * 0.2;
        target.drawImage(veil, left, height * top, width * 1.4, height * 0.6);
      }
    },
  };
}
