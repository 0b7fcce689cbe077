import { between } from '../../random.ts';
import { cut } from '../paper.ts';
import { jaggedLine, rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';
import { pineTree } from '../trees.ts';

/** Ice and drifts of snow. */
export function snowfield(set: StageSet): Backdrop {
  const { width, height, unit, random, light } = set;
  const ice = jaggedLine(set, random, height * 0.6, unit * 0.22, 0.28);
  const drift = (at: number, depth: number, distance: number, colour: string, trees = 0) => {
    const line = rollingLine(set, random, height * at, unit * 0.035);
    return createLayer(set, { depth, top: height * at - unit * 0.4 }, (context) => {
      for (let tree = 0; tree < trees; tree++) {
        const x = between(random, -set.margin, width + set.margin);
        pineTree(set, context, { x, y: line(x) + unit * 0.01, size: unit * between(random, 0.16, 0.28), distance });
      }
      cut(context, sheetBelow(set, line), light.on(colour, distance * 0.4), { lift: unit * 0.016, edge: unit * 0.003 });
    });
  };
  return {
    layers: [
      ...createSky(set),
      createLayer(set, { depth: 0.15, top: height * 0.3 }, (context) =>
        cut(context, sheetBelow(set, ice, 0.006), light.on('#a9cfe0', 0.35), {
          lift: unit * 0.014,
          edge: unit * 0.004,
        }),
      ),
      drift(0.66, 0.4, 0.4, '#d5e5ee', 5),
      drift(0.75, 0.8, 0.1, '#e8f1f6'),
      drift(0.955, 1.3, 0, '#f8fbfc'),
    ],
    ground: 0.89,
    air: { top: 0.12, bottom: 0.48 },
    water: null,
  };
}
