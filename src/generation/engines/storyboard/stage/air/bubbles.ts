import { between } from '../../random.ts';
import type { StageSet } from '../stage-set.ts';
import { type Air, wrap } from './air.ts';

export function createBubbles({ width, height, unit, random }: StageSet): Air {
  const bubbles = Array.from({ length: 34 }, () => ({
    x: random(),
    y: random(),
    size: between(random, 0.004, 0.014),
    phase: random() * 7,
  }));
  const reach = height * 1.1;
  return {
    place: 'front',
    draw(context, seconds) {
      context.strokeStyle = 'rgba(255, 255, 255, 0.65)';
      context.lineWidth = Math.max(1, unit * 0.002);
      context.beginPath();
      for (const { x, y, size, phase } of bubbles) {
        const top = height * 1.04 - wrap(y * reach + seconds * unit * (0.06 + size * 4), reach);
        const left = x * width + Math.sin(seconds * 1.6 + phase) * unit * 0.012;
        context.moveTo(left + unit * size, top);
        context.arc(left, top, unit * size, 0, Math.PI * 2);
      }
      context.stroke();
    },
  };
}
