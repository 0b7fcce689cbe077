import { between } from '../../random.ts';
import type { StageSet } from '../stage-set.ts';
import { type Air, wrap } from './air.ts';

const COLOURS = ['255, 205, 96', '255, 120, 120', '140, 210, 255', '190, 150, 255', '160, 235, 160'];
const RAYS = 18;

/** Rockets that burst into rings of paper sparks, one after the other. */
export function createFireworks({ width, height, unit, random }: StageSet): Air {
  const bursts = Array.from({ length: 6 }, (_, index) => ({
    x: between(random, 0.12, 0.88) * width,
    y: between(random, 0.1, 0.38) * height,
    size: unit * between(random, 0.14, 0.24),
    colour: COLOURS[index % COLOURS.length] ?? '255, 255, 255',
    after: index * 0.47 + random() * 0.2,
  }));
  return {
    place: 'behind',
    draw(context, seconds) {
      for (const { x, y, size, colour, after } of bursts) {
        const age = wrap(seconds + 2.8 - after, 2.8) / 2.8;
        const spread = 1 - (1 - age) ** 3;
        context.fillStyle = `rgba(${colour}, ${Math.max(0, 1 - age * 1.15)})`;
        context.beginPath();
        for (let ray = 0; ray < RAYS * 2; ray++) {
          const angle = (ray / RAYS) * Math.PI * 2;
          const reach = size * spread * (ray < RAYS ? 1 : 0.6);
          const left = x + Math.cos(angle) * reach;
          const top = y + Math.sin(angle) * reach + age * age * unit * 0.06;
          const dot = unit * 0.006 * (1 - age * 0.6);
          context.moveTo(left + dot, top);
          context.arc(left, top, dot, 0, Math.PI * 2);
        }
        context.fill();
      }
    },
  };
}
