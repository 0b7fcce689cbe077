import { between } from '../../random.ts';
import { css, mix } from '../colour.ts';
import { cut } from '../paper.ts';
import { box, polygon, rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';
import { grassTufts, pineTree, roundTree } from '../trees.ts';

/** Rows of trees one behind the other, trunks at the sides, light falling in between. */
export function forest(set: StageSet): Backdrop {
  const { width, height, margin, unit, random, light } = set;
  const rows = [
    { at: 0.66, depth: 0.2, distance: 0.75, size: 0.5, gap: 0.13 },
    { at: 0.72, depth: 0.4, distance: 0.5, size: 0.56, gap: 0.2 },
    { at: 0.78, depth: 0.7, distance: 0.25, size: 0.6, gap: 0.42 },
  ];
  const behind = rows.map(({ at, depth, distance, size, gap }) => {
    const line = rollingLine(set, random, height * at, unit * 0.02);
    return createLayer(set, { depth, top: height * at - unit * 0.85 }, (context) => {
      for (let x = -margin; x < width + margin; x += unit * gap * between(random, 0.7, 1.3)) {
        const plant = random() < 0.6 ? pineTree : roundTree;
        plant(set, context, { x, y: line(x) + unit * 0.02, size: unit * size * between(random, 0.75, 1.2), distance });
      }
      cut(context, sheetBelow(set, line), light.on('#4f8a4c', distance), { lift: unit * 0.014 });
    });
  });
  const front = rollingLine(set, random, height * 0.95, unit * 0.015, 0.4);
  return {
    layers: [
      ...createSky(set, { clouds: 0, y: 0.25 }),
      ...behind,
      createLayer(set, { depth: 0.8, grain: 0 }, (context) => castRays(set, context)),
      createLayer(set, { depth: 1.35 }, (context) => {
        for (const side of [-0.02, 1.0]) {
          const x = width * side + unit * between(random, -0.05, 0.05);
          const trunk = polygon(
            x - unit * 0.1,
            height * 1.2,
            x - unit * 0.045,
            -margin,
            x + unit * 0.05,
            -margin,
            x + unit * 0.11,
            height * 1.2,
          );
          cut(context, trunk, mix(light.on('#4a3527'), light.skyTop, 0.06), { lift: unit * 0.02, edge: unit * 0.003 });
          for (let knot = 0; knot < 4; knot++) {
            context.fillStyle = css(light.on('#2f2119'), 0.5);
            context.fill(
              box(x - unit * 0.02, height * between(random, 0.1, 0.9), unit * 0.03, unit * 0.008, unit * 0.004),
            );
          }
        }
        const green = light.on('#3d7440');
        grassTufts(set, context, front, green, 60);
        cut(context, sheetBelow(set, front), green, { lift: unit * 0.02, edge: unit * 0.003 });
      }),
    ],
    ground: 0.89,
    air: { top: 0.15, bottom: 0.5 },
    water: null,
  };
}

function castRays(set: StageSet, context: Parameters<Parameters<typeof createLayer>[2]>[0]): void {
  const { width, height, unit, random, light, reading } = set;
  if (['rain', 'storm', 'snow'].includes(reading.weather)) return;
  for (let ray = 0; ray < 4; ray++) {
    const x = width * between(random, 0.05, 0.9);
    const spread = unit * between(random, 0.05, 0.12);
    context.fillStyle = css(light.glow, light.dark ? 0.04 : 0.11);
    context.fill(
      polygon(x, -unit * 0.2, x + spread, -unit * 0.2, x + spread * 3.2 - unit * 0.25, height, x - unit * 0.3, height),
    );
  }
}
