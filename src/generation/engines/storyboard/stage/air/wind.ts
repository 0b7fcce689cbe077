import { between } from '../../random.ts';
import type { StageSet } from '../stage-set.ts';
import { type Air, wrap } from './air.ts';

/** Curled lines that draw themselves across the sky. */
export function createWind({ width, height, unit, random }: StageSet): Air {
  const gusts = Array.from({ length: 7 }, () => ({
    x: random(),
    y: between(random, 0.12, 0.75),
    pace: between(random, 0.7, 1.3),
    size: between(random, 0.14, 0.26),
  }));
  return {
    place: 'front',
    draw(context, seconds) {
      context.strokeStyle = 'rgba(255, 255, 255, 0.5)';
      context.lineWidth = unit * 0.004;
      context.lineCap = 'round';
      for (const { x, y, pace, size } of gusts) {
        const left = wrap(x * width * 1.6 + seconds * unit * 0.55 * pace, width * 1.6) - width * 0.3;
        const top = height * y + Math.sin(seconds * 1.4 + x * 9) * unit * 0.012;
        const long = unit * size;
        context.beginPath();
        context.moveTo(left, top);
        context.bezierCurveTo(
          left + long * 0.4,
          top - long * 0.16,
          left + long * 0.7,
          top + long * 0.12,
          left + long,
          top,
        );
        context.arc(left + long, top - long * 0.09, long * 0.09, Math.PI / 2, -Math.PI * 0.8, true);
        context.stroke();
      }
    },
  };
}
