import { between } from '../../random.ts';
import { cut } from '../paper.ts';
import { box, circle, polygon, rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';
import { pineTree, roundTree } from '../trees.ts';
import { waveLayer } from './waves.ts';

/** Still water between wooded banks, reeds in front. */
export function lake(set: StageSet): Backdrop {
  const { width, height, unit, random, light } = set;
  const hills = rollingLine(set, random, height * 0.52, unit * 0.07);
  const bank = rollingLine(set, random, height * 0.64, unit * 0.015);
  return {
    layers: [
      ...createSky(set),
      createLayer(set, { depth: 0.15, top: height * 0.35 }, (context) =>
        cut(context, sheetBelow(set, hills), light.on('#8fae9a', 0.6), { lift: unit * 0.012, edge: unit * 0.003 }),
      ),
      createLayer(set, { depth: 0.32, top: height * 0.62 - unit * 0.45 }, (context) => {
        for (let x = -set.margin; x < width + set.margin; x += unit * between(random, 0.08, 0.2)) {
          const plant = random() < 0.5 ? pineTree : roundTree;
          plant(set, context, {
            x,
            y: bank(x) + unit * 0.01,
            size: unit * between(random, 0.14, 0.26),
            distance: 0.35,
          });
        }
        cut(context, sheetBelow(set, bank), light.on('#79a562', 0.25), { lift: unit * 0.012, edge: unit * 0.003 });
      }),
      waveLayer(set, { at: 0.69, depth: 0.5, colour: light.on('#86bfc9', 0.25), swell: 0.006, phase: 0 }),
      waveLayer(set, { at: 0.78, depth: 0.8, colour: light.on('#62a7b7', 0.12), swell: 0.009, phase: 2 }),
      waveLayer(set, { at: 0.87, depth: 1.05, colour: light.on('#4a94a8', 0.04), swell: 0.012, phase: 4 }),
      createLayer(set, { depth: 1.35, top: height * 0.6 }, (context) => {
        for (let reed = 0; reed < 34; reed++) {
          const side = random() < 0.5 ? between(random, -0.12, 0.2) : between(random, 0.8, 1.12);
          const [x, y, size] = [width * side, height * 1.0, unit * between(random, 0.12, 0.26)];
          cut(
            context,
            polygon(x - unit * 0.005, y, x + unit * 0.02, y - size, x + unit * 0.006, y),
            light.on('#5f8a47'),
            { lift: unit * 0.004 },
          );
          if (reed % 4 === 0)
            cut(
              context,
              box(x + unit * 0.013, y - size, unit * 0.014, unit * 0.055, unit * 0.007),
              light.on('#7a5138'),
              { lift: unit * 0.003 },
            );
        }
        for (const x of [0.1, 0.24, 0.83])
          cut(context, circle(width * x, height * 1.0, unit * 0.07), light.on('#5f9655'), {
            lift: unit * 0.012,
            edge: unit * 0.003,
          });
      }),
    ],
    ground: 0.86,
    air: { top: 0.12, bottom: 0.48 },
    water: 'surface',
  };
}
