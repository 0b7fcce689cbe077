import type { SKRSContext2D } from '@napi-rs/canvas';
import { between } from '../../random.ts';
import { cut } from '../paper.ts';
import { box, polygon, rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';

/** Dunes; pyramids or cacti where the words want them. */
export function desert(set: StageSet): Backdrop {
  const { width, height, unit, random, light, reading } = set;
  const egypt = /pyramid|egypt|sahara|مصر|هرم|أهرام/i.test(reading.caption);
  const cacti = /cactus|cacti|mesa|west|arizona|mexico/i.test(reading.caption);
  const dune = (
    at: number,
    depth: number,
    distance: number,
    colour: string,
    decorate?: (context: SKRSContext2D) => void,
  ) => {
    const line = rollingLine(set, random, height * at, unit * 0.06, 1.1);
    return createLayer(set, { depth, top: height * at - unit * 0.5 }, (context) => {
      decorate?.(context);
      cut(context, sheetBelow(set, line), light.on(colour, distance), { lift: unit * 0.016, edge: unit * 0.004 });
    });
  };
  const pyramids = (context: SKRSContext2D) => {
    for (const [x, size] of [
      [0.22, 0.3],
      [0.5, 0.4],
      [0.78, 0.24],
    ] as const) {
      const [middle, base, half] = [width * x, height * 0.66, unit * size * 0.8];
      cut(
        context,
        polygon(middle - half, base, middle, base - unit * size, middle + half, base),
        light.on('#e0b878', 0.35),
        { lift: unit * 0.012, edge: unit * 0.003 },
      );
      cut(
        context,
        polygon(middle, base - unit * size, middle + half, base, middle + half * 0.25, base),
        light.on('#b98c52', 0.35),
        { lift: 0 },
      );
    }
  };
  return {
    layers: [
      ...createSky(set, { clouds: 1 }),
      dune(0.6, 0.18, 0.55, '#ecc98d', egypt ? pyramids : undefined),
      dune(0.67, 0.4, 0.32, '#e6b973'),
      dune(0.75, 0.8, 0.1, '#dda65c', (context) => {
        for (let plant = 0; cacti && plant < 5; plant++)
          cactus(set, context, between(random, -set.margin, width + set.margin), height * 0.78);
      }),
      dune(0.955, 1.3, 0, '#c98b43'),
    ],
    ground: 0.89,
    air: { top: 0.12, bottom: 0.48 },
    water: null,
  };
}

function cactus(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit, random, light } = set;
  const size = unit * between(random, 0.14, 0.24);
  const green = light.on('#5a9358', 0.1);
  const paper = { lift: unit * 0.006, edge: unit * 0.002 };
  for (const side of [-1, 1]) {
    cut(
      context,
      box(
        x + side * size * 0.28 - size * 0.06,
        y - size * between(random, 0.7, 0.85),
        size * 0.12,
        size * 0.36,
        size * 0.06,
      ),
      green,
      paper,
    );
    cut(
      context,
      box(Math.min(x, x + side * size * 0.3), y - size * 0.5, size * 0.3, size * 0.12, size * 0.06),
      green,
      paper,
    );
  }
  cut(context, box(x - size * 0.09, y - size, size * 0.18, size * 1.1, size * 0.09), green, paper);
}
