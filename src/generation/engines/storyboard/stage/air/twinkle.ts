import { between } from '../../random.ts';
import type { StageSet } from '../stage-set.ts';
import type { Air } from './air.ts';

/** A few stars that blink over those painted on the sky. */
export function createTwinkle({ width, height, unit, random }: StageSet): Air {
  const stars = Array.from({ length: 26 }, () => ({
    x: random() * width,
    y: between(random, 0.02, 0.45) * height,
    pace: between(random, 0.3, 0.9),
    phase: random(),
  }));
  return {
    place: 'behind',
    draw(context, seconds) {
      context.fillStyle = 'rgba(255, 250, 224, 0.9)';
      context.beginPath();
      for (const { x, y, pace, phase } of stars) {
        const size = unit * 0.0034 * Math.max(0, Math.sin((seconds * pace + phase) * Math.PI * 2));
        context.moveTo(x + size, y);
        context.arc(x, y, size, 0, Math.PI * 2);
      }
      context.fill();
    },
  };
}
