import { between } from '../../random.ts';
import { cut } from '../paper.ts';
import { rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';
import { flowers, grassTufts, roundTree } from '../trees.ts';

const GREENS = {
  spring: ['#b7d98f', '#97c973', '#7dba62', '#6aac57'],
  summer: ['#a9cf86', '#86bd69', '#67a855', '#559648'],
  autumn: ['#d9c583', '#c9a95d', '#b58d47', '#a17a3c'],
  winter: ['#e6eef2', '#dbe6ec', '#eef4f6', '#f7fafb'],
} as const;

/** Rolling hills, a few trees, flowers in front. */
export function meadow(set: StageSet): Backdrop {
  const { height, unit, random, light, reading } = set;
  const season = reading.weather === 'snow' ? 'winter' : (reading.season ?? 'summer');
  const greens = GREENS[season];
  const hill = (index: 0 | 1 | 2 | 3, at: number, depth: number, distance: number, trees: number) => {
    const line = rollingLine(set, random, height * at, unit * 0.05);
    return createLayer(set, { depth, top: height * at - unit * 0.5 }, (context) => {
      for (let tree = 0; tree < trees; tree++) {
        const x = between(random, -set.margin, set.width + set.margin);
        roundTree(set, context, {
          x,
          y: line(x) + unit * 0.01,
          size: unit * between(random, 0.12, 0.2) * (1.3 - distance),
          distance,
        });
      }
      cut(context, sheetBelow(set, line), light.on(greens[index], distance), {
        lift: unit * 0.016,
        edge: unit * 0.003,
      });
    });
  };
  const front = rollingLine(set, random, height * 0.955, unit * 0.012, 0.5);
  return {
    layers: [
      ...createSky(set),
      hill(0, 0.56, 0.25, 0.7, 4),
      hill(1, 0.64, 0.45, 0.4, 3),
      hill(2, 0.72, 0.8, 0.12, 0),
      createLayer(set, { depth: 1.25, top: height * 0.8 }, (context) => {
        const green = light.on(greens[3]);
        grassTufts(set, context, front, green, 46);
        cut(context, sheetBelow(set, front), green, { lift: unit * 0.02, edge: unit * 0.003 });
        if (season !== 'winter') flowers(set, context, height * 0.955, height * 1.04, 26);
      }),
    ],
    ground: 0.88,
    air: { top: 0.12, bottom: 0.5 },
    water: null,
  };
}
