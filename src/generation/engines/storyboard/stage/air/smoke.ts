import { between } from '../../random.ts';
import type { StageSet } from '../stage-set.ts';
import { type Air, wrap } from './air.ts';

/** Puffs of grey paper that rise, grow and fade. */
export function createSmoke({ width, height, unit, random, light, reading }: StageSet): Air {
  const volcano = reading.setting === 'volcano';
  const source = { x: width * (volcano ? 0.5 : between(random, 0.6, 0.75)), y: height * (volcano ? 0.36 : 0.72) };
  const puffs = Array.from({ length: 14 }, (_, index) => ({
    at: index / 14,
    lean: between(random, -1, 1),
    size: between(random, 0.7, 1.2),
  }));
  const grey = light.dark || volcano ? '120, 116, 128' : '225, 222, 220';
  return {
    place: 'behind',
    draw(context, seconds) {
      for (const { at, lean, size } of puffs) {
        const age = wrap(at + seconds * 0.16, 1);
        context.fillStyle = `rgba(${grey}, ${0.5 * Math.sin(age * Math.PI)})`;
        context.beginPath();
        context.arc(
          source.x + lean * age * unit * 0.1 + age * unit * 0.08,
          source.y - age * unit * 0.42,
          unit * (0.02 + age * 0.06) * size,
          0,
          Math.PI * 2,
        );
        context.fill();
      }
    },
  };
}
