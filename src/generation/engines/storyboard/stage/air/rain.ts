import { between } from '../../random.ts';
import type { StageSet } from '../stage-set.ts';
import { type Air, wrap } from './air.ts';

/** Slanting strips of paper rain, near and far; a storm leans more and flashes. */
export function createRain(set: StageSet): Air {
  const { width, height, unit, random, reading } = set;
  const storm = reading.weather === 'storm';
  const slant = storm ? 0.32 : 0.12;
  const sheets = [
    { drops: storm ? 110 : 80, length: 0.035, thick: 0.0018, speed: 1.15, alpha: 0.35 },
    { drops: storm ? 60 : 40, length: 0.065, thick: 0.003, speed: 1.6, alpha: 0.5 },
  ].map((sheet) => ({
    ...sheet,
    places: Array.from({ length: sheet.drops }, () => ({
      x: random() * 1.4,
      y: random(),
      pace: between(random, 0.85, 1.15),
    })),
  }));
  const reach = height * 1.15;
  return {
    place: 'front',
    draw(context, seconds) {
      for (const { places, length, thick, speed, alpha } of sheets) {
        context.strokeStyle = `rgba(233, 242, 250, ${alpha})`;
        context.lineWidth = Math.max(1, unit * thick);
        context.beginPath();
        for (const { x, y, pace } of places) {
          const top = wrap(y * reach + seconds * unit * speed * pace, reach) - height * 0.1;
          const left = wrap(x * width - top * slant, width * 1.3) - width * 0.1;
          context.moveTo(left, top);
          context.lineTo(left - unit * length * slant, top + unit * length);
        }
        context.stroke();
      }
      if (storm) flash(set, context, seconds);
    },
  };
}

function flash({ width, height }: StageSet, context: Parameters<Air['draw']>[0], seconds: number): void {
  const at = wrap(seconds + 1.9, 3.7);
  const light = at < 0.08 ? 0.5 : at > 0.16 && at < 0.26 ? 0.3 : 0;
  if (light === 0) return;
  context.fillStyle = `rgba(240, 244, 255, ${light})`;
  context.fillRect(0, 0, width, height);
}
