import { Path2D } from '@napi-rs/canvas';
import { between } from '../../random.ts';
import { css, mix, rgb } from '../colour.ts';
import { cut } from '../paper.ts';
import { circle, polygon, rollingLine, sheetBelow } from '../shapes.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';

const CORALS = ['#f2705f', '#ff9ec0', '#f7b733', '#b98be0', '#ff8a5c'];

/** Down below: sheets of ever deeper blue, rays from above, coral and weed. */
export function underwater(set: StageSet): Backdrop {
  const { width, height, margin, unit, random, light } = set;
  const deep = light.on('#0f4a6e');
  const shallow = light.on('#6fcbd8');
  const water = (amount: number) => mix(shallow, deep, amount);
  const slope = (at: number, depth: number, shade: number) => {
    const line = rollingLine(set, random, height * at, unit * 0.07);
    return createLayer(set, { depth, top: height * at - unit * 0.25 }, (context) => {
      cut(context, sheetBelow(set, line), water(shade), { lift: unit * 0.016, edge: unit * 0.003 });
    });
  };
  const floor = rollingLine(set, random, height * 0.87, unit * 0.03);
  return {
    layers: [
      createLayer(set, { depth: 0.02 }, (context) => {
        const gradient = context.createLinearGradient(0, -margin, 0, height);
        gradient.addColorStop(0, css(mix(shallow, [255, 255, 255], light.dark ? 0 : 0.35)));
        gradient.addColorStop(1, css(water(0.6)));
        context.fillStyle = gradient;
        context.fillRect(-margin, -margin, width + margin * 2, height + margin * 2);
        for (let ray = 0; ray < 6; ray++) {
          const x = width * between(random, -0.1, 1.1);
          const spread = unit * between(random, 0.04, 0.12);
          context.fillStyle = 'rgba(255, 255, 255, 0.1)';
          context.fill(
            polygon(x, -margin, x + spread, -margin, x + spread * 2.4 + unit * 0.2, height, x + unit * 0.05, height),
          );
        }
      }),
      slope(0.66, 0.2, 0.45),
      slope(0.76, 0.45, 0.62),
      createLayer(set, { depth: 0.85, top: height * 0.4 }, (context) => {
        for (let x = -margin; x < width + margin; x += unit * between(random, 0.06, 0.22)) {
          if (random() < 0.5)
            coral(set, context, x, floor(x), CORALS[Math.floor(random() * CORALS.length)] ?? '#f2705f');
          else weed(set, context, x, floor(x), unit * between(random, 0.14, 0.34));
        }
        cut(context, sheetBelow(set, floor), mix(light.on('#d9c48f'), deep, 0.28), {
          lift: unit * 0.014,
          edge: unit * 0.003,
        });
      }),
      createLayer(set, { depth: 1.4, top: height * 0.4 }, (context) => {
        for (const side of [-0.06, 0.02, 0.08, 0.93, 0.99, 1.06])
          weed(set, context, width * side, height * 1.05, unit * between(random, 0.3, 0.5));
      }),
    ],
    ground: 0.9,
    air: { top: 0.16, bottom: 0.72 },
    water: 'deep',
  };
}

function coral(set: StageSet, context: Parameters<typeof cut>[0], x: number, y: number, colour: string): void {
  const { unit, random, light } = set;
  const tone = mix(light.on(rgb(colour)), light.on('#0f4a6e'), 0.2);
  for (let branch = -2; branch <= 2; branch++) {
    const size = unit * between(random, 0.05, 0.11);
    const tipX = x + branch * unit * 0.022;
    cut(
      context,
      polygon(
        x - unit * 0.01,
        y + unit * 0.02,
        tipX - unit * 0.008,
        y - size,
        tipX + unit * 0.008,
        y - size,
        x + unit * 0.01,
        y + unit * 0.02,
      ),
      tone,
      { lift: unit * 0.004 },
    );
    cut(context, circle(tipX, y - size, unit * 0.014), tone, { lift: unit * 0.004 });
  }
}

function weed(set: StageSet, context: Parameters<typeof cut>[0], x: number, y: number, size: number): void {
  const { unit, random, light } = set;
  const path = new Path2D();
  const bend = between(random, -0.4, 0.4) * size;
  path.moveTo(x - unit * 0.012, y + unit * 0.03);
  path.bezierCurveTo(x - bend, y - size * 0.4, x + bend, y - size * 0.6, x + bend * 0.3, y - size);
  path.bezierCurveTo(
    x + bend + unit * 0.03,
    y - size * 0.55,
    x - bend + unit * 0.03,
    y - size * 0.35,
    x + unit * 0.014,
    y + unit * 0.03,
  );
  path.closePath();
  cut(context, path, mix(light.on('#3f9d6b'), light.on('#0f4a6e'), between(random, 0.1, 0.35)), {
    lift: unit * 0.006,
    edge: unit * 0.002,
  });
}
