import { between } from '../../random.ts';
import type { StageSet } from '../stage-set.ts';
import { type Air, wrap } from './air.ts';

/** Flakes of paper that swing as they sink. */
export function createSnow({ width, height, unit, random }: StageSet): Air {
  const flakes = Array.from({ length: 130 }, () => ({
    x: random(),
    y: random(),
    size: between(random, 0.0035, 0.0095),
    swing: between(random, 0.2, 0.5),
    phase: random() * 7,
  }));
  const reach = height * 1.1;
  return {
    place: 'front',
    draw(context, seconds) {
      context.fillStyle = 'rgba(255, 255, 255, 0.9)';
      context.beginPath();
      for (const { x, y, size, swing, phase } of flakes) {
        const top = wrap(y * reach + seconds * unit * (0.05 + size * 9), reach) - height * 0.05;
        const left = wrap(x * width + Math.sin(seconds * swing * 3 + phase) * unit * 0.03, width);
        context.moveTo(left + unit * size, top);
        context.arc(left, top, unit * size, 0, Math.PI * 2);
      }
      context.fill();
    },
  };
}
