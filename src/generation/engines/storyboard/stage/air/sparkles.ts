import { between } from '../../random.ts';
import type { StageSet } from '../stage-set.ts';
import type { Air } from './air.ts';

/** Four-pointed glints that come and go. */
export function createSparkles({ width, height, unit, random }: StageSet): Air {
  const glints = Array.from({ length: 26 }, () => ({
    x: random() * width,
    y: between(random, 0.08, 0.85) * height,
    size: unit * between(random, 0.008, 0.022),
    pace: between(random, 0.25, 0.6),
    phase: random(),
  }));
  return {
    place: 'front',
    draw(context, seconds) {
      context.fillStyle = 'rgba(255, 244, 196, 0.92)';
      context.beginPath();
      for (const { x, y, size, pace, phase } of glints) {
        const reach = size * Math.max(0, Math.sin((seconds * pace + phase) * Math.PI * 2));
        const waist = reach * 0.2;
        context.moveTo(x, y - reach);
        for (const [dx, dy] of [
          [waist, -waist],
          [reach, 0],
          [waist, waist],
          [0, reach],
          [-waist, waist],
          [-reach, 0],
          [-waist, -waist],
        ] as const)
          context.lineTo(x + dx, y + dy);
        context.closePath();
      }
      context.fill();
    },
  };
}
