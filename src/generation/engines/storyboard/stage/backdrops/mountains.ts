import type { SKRSContext2D } from '@napi-rs/canvas';
import { between } from '../../random.ts';
import { cut } from '../paper.ts';
import { jaggedLine, rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';
import { grassTufts, pineTree } from '../trees.ts';

/** Folded peaks with snow on them, pines at their feet. */
export function mountains(set: StageSet): Backdrop {
  const { width, height, unit, random, light } = set;
  const warm = set.reading.colours.includes('red') || /canyon/i.test(set.reading.caption);
  const range = (at: number, size: number, depth: number, distance: number, snow: boolean) => {
    const line = jaggedLine(set, random, height * at, unit * size, size * 1.1);
    return createLayer(set, { depth, top: height * at - unit * size * 1.3 }, (context) => {
      const stone = light.on(warm ? '#b8694a' : '#6c7d96', distance);
      cut(context, sheetBelow(set, line, 0.006), snow ? light.on('#f4f7fa', distance * 0.6) : stone, {
        lift: unit * 0.018,
        edge: unit * 0.003,
      });
      if (snow) bareRock(set, context, line, height * at - unit * size * 0.5, stone);
    });
  };
  const foot = rollingLine(set, random, height * 0.76, unit * 0.02);
  const front = rollingLine(set, random, height * 0.955, unit * 0.014, 0.5);
  return {
    layers: [
      ...createSky(set),
      range(0.66, 0.46, 0.12, 0.7, !warm),
      range(0.72, 0.4, 0.28, 0.42, !warm),
      range(0.76, 0.22, 0.5, 0.22, false),
      createLayer(set, { depth: 0.8, top: height * 0.74 - unit * 0.35 }, (context) => {
        for (let x = -set.margin; x < width + set.margin && !warm; x += unit * between(random, 0.07, 0.3))
          pineTree(set, context, {
            x,
            y: foot(x) + unit * 0.01,
            size: unit * between(random, 0.13, 0.26),
            distance: 0.12,
          });
        cut(context, sheetBelow(set, foot), light.on(warm ? '#cf8a58' : '#7fa863', 0.05), {
          lift: unit * 0.014,
          edge: unit * 0.003,
        });
      }),
      createLayer(set, { depth: 1.25, top: height * 0.85 }, (context) => {
        const ground = light.on(warm ? '#a9603f' : '#5d8f4e');
        grassTufts(set, context, front, ground, warm ? 8 : 40);
        cut(context, sheetBelow(set, front), ground, { lift: unit * 0.018, edge: unit * 0.003 });
      }),
    ],
    ground: 0.88,
    air: { top: 0.1, bottom: 0.45 },
    water: null,
  };
}

/** The rock below the snow line: the same mountain, cut lower with a torn edge. */
function bareRock(
  set: StageSet,
  context: SKRSContext2D,
  line: (x: number) => number,
  snowLine: number,
  stone: Parameters<typeof cut>[2],
): void {
  const tooth = set.unit * 0.035;
  const edge = (x: number) =>
    Math.max(
      line(x) + tooth * 0.6,
      snowLine + Math.abs(((x / tooth) % 2) - 1) * tooth + Math.sin(x / (tooth * 3)) * tooth,
    );
  cut(context, sheetBelow(set, edge, 0.006), stone, { lift: 0 });
}
