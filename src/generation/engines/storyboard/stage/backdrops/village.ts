import type { SKRSContext2D } from '@napi-rs/canvas';
import { between } from '../../random.ts';
import { house, row } from '../houses.ts';
import { cut } from '../paper.ts';
import { box, polygon, rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';
import { grassTufts, roundTree } from '../trees.ts';

/** Gabled houses on a hill below a castle. */
export function village(set: StageSet): Backdrop {
  const { width, height, unit, random, light } = set;
  const hill = rollingLine(set, random, height * 0.6, unit * 0.09, 0.8);
  const green = rollingLine(set, random, height * 0.77, unit * 0.015);
  const front = rollingLine(set, random, height * 0.955, unit * 0.012, 0.5);
  return {
    layers: [
      ...createSky(set),
      createLayer(set, { depth: 0.2, top: height * 0.6 - unit * 0.55 }, (context) => {
        const x = width * between(random, 0.25, 0.75);
        castle(set, context, x, hill(x) + unit * 0.02);
        cut(context, sheetBelow(set, hill), light.on('#9bbf86', 0.55), { lift: unit * 0.014, edge: unit * 0.003 });
      }),
      createLayer(set, { depth: 0.55, top: height * 0.77 - unit * 0.5 }, (context) => {
        row(set, { from: 0.15, to: 0.22, gap: 0.22 }, (x, wide) => {
          if (random() < 0.35)
            roundTree(set, context, { x: x - unit * 0.05, y: height * 0.78, size: unit * 0.2, distance: 0.2 });
          house(set, context, {
            x,
            y: height * 0.78,
            width: wide,
            height: unit * between(random, 0.11, 0.18),
            distance: 0.15,
          });
        });
        cut(context, sheetBelow(set, green), light.on('#83b167', 0.08), { lift: unit * 0.012, edge: unit * 0.003 });
      }),
      createLayer(set, { depth: 1.25, top: height * 0.85 }, (context) => {
        const colour = light.on('#5f9a50');
        grassTufts(set, context, front, colour, 40);
        cut(context, sheetBelow(set, front), colour, { lift: unit * 0.016, edge: unit * 0.003 });
      }),
    ],
    ground: 0.88,
    air: { top: 0.12, bottom: 0.42 },
    water: null,
  };
}

function castle(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit, light } = set;
  const stone = light.on('#b9b2ab', 0.5);
  const roof = light.on('#8a5a6a', 0.45);
  const paper = { lift: unit * 0.008, edge: unit * 0.002 };
  cut(context, box(x - unit * 0.13, y - unit * 0.15, unit * 0.26, unit * 0.2), stone, paper);
  for (const [dx, size, wide] of [
    [-0.14, 0.24, 0.06],
    [0, 0.3, 0.07],
    [0.14, 0.24, 0.06],
  ] as const) {
    cut(context, box(x + unit * (dx - wide / 2), y - unit * size, unit * wide, unit * (size + 0.05)), stone, paper);
    const top = y - unit * size;
    cut(
      context,
      polygon(x + unit * (dx - wide * 0.7), top, x + unit * dx, top - unit * 0.1, x + unit * (dx + wide * 0.7), top),
      roof,
      paper,
    );
  }
}
