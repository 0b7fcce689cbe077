import type { SKRSContext2D } from '@napi-rs/canvas';
import { between } from '../../random.ts';
import { css, mix, rgb } from '../colour.ts';
import { house, row, skyscraper } from '../houses.ts';
import { cut } from '../paper.ts';
import { box, circle, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';

/** Houses along a road with street lamps; puddles when it is wet. */
export function street(set: StageSet): Backdrop {
  const { width, height, unit, random, light } = set;
  const wet = set.reading.weather === 'rain' || set.reading.weather === 'storm';
  return {
    layers: [
      ...createSky(set, { y: 0.18 }),
      createLayer(set, { depth: 0.2, top: height * 0.7 - unit * 0.75 }, (context) =>
        row(set, { from: 0.12, to: 0.2, gap: 0.02 }, (x, wide) =>
          skyscraper(set, context, {
            x,
            y: height * 0.75,
            width: wide,
            height: unit * between(random, 0.25, 0.55),
            distance: 0.65,
          }),
        ),
      ),
      createLayer(set, { depth: 0.5, top: height * 0.74 - unit * 0.7 }, (context) => {
        row(set, { from: 0.2, to: 0.3, gap: 0.03 }, (x, wide) =>
          house(set, context, {
            x,
            y: height * 0.75,
            width: wide,
            height: unit * between(random, 0.2, 0.34),
            distance: 0.18,
          }),
        );
        cut(
          context,
          sheetBelow(set, () => height * 0.745),
          light.on('#c3b8a8', 0.1),
          { lift: unit * 0.01, edge: unit * 0.003 },
        );
      }),
      createLayer(set, { depth: 0.9, top: height * 0.72 - unit * 0.45 }, (context) => {
        for (let x = -set.margin + unit * 0.15; x < width + set.margin; x += unit * 0.62)
          lamp(set, context, x, height * 0.79);
        cut(
          context,
          sheetBelow(set, () => height * 0.785),
          light.on(wet ? '#59616c' : '#767a80'),
          { lift: unit * 0.012, edge: unit * 0.003 },
        );
        for (let x = -set.margin; x < width + set.margin; x += unit * 0.22)
          cut(context, box(x, height * 0.9, unit * 0.11, unit * 0.012), light.on('#f1e6c8'), { lift: 0 });
        if (wet) puddles(set, context);
      }),
      createLayer(set, { depth: 1.25, top: height * 0.9 }, (context) => {
        cut(
          context,
          sheetBelow(set, () => height * 0.968),
          light.on('#b3a999'),
          { lift: unit * 0.016, edge: unit * 0.004 },
        );
        for (let x = -set.margin; x < width + set.margin; x += unit * 0.2) {
          context.fillStyle = 'rgba(60, 50, 40, 0.25)';
          context.fillRect(x, height * 0.968, unit * 0.004, height);
        }
      }),
    ],
    ground: 0.9,
    air: { top: 0.1, bottom: 0.45 },
    water: null,
  };
}

function lamp(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit, light, reading } = set;
  const iron = light.on('#3d4450');
  cut(context, box(x, y - unit * 0.36, unit * 0.014, unit * 0.37, unit * 0.006), iron, { lift: unit * 0.006 });
  cut(context, box(x - unit * 0.022, y - unit * 0.4, unit * 0.058, unit * 0.05, unit * 0.014), iron, {
    lift: unit * 0.004,
  });
  const lit = light.dark || reading.time === 'sunset';
  context.fillStyle = lit ? '#ffe29a' : css(mix(rgb('#f3ecd8'), light.skyBottom, 0.3));
  context.fill(box(x - unit * 0.013, y - unit * 0.393, unit * 0.04, unit * 0.034, unit * 0.008));
  if (!lit) return;
  const glow = context.createRadialGradient(
    x + unit * 0.007,
    y - unit * 0.375,
    0,
    x + unit * 0.007,
    y - unit * 0.375,
    unit * 0.2,
  );
  glow.addColorStop(0, 'rgba(255, 216, 130, 0.5)');
  glow.addColorStop(1, 'rgba(255, 216, 130, 0)');
  context.fillStyle = glow;
  context.fill(circle(x + unit * 0.007, y - unit * 0.375, unit * 0.2));
}

function puddles(set: StageSet, context: SKRSContext2D): void {
  const { width, height, unit, random, light } = set;
  for (let puddle = 0; puddle < 7; puddle++) {
    const x = between(random, -set.margin, width + set.margin);
    context.fillStyle = css(mix(light.skyBottom, light.skyTop, 0.3), 0.75);
    context.beginPath();
    context.ellipse(
      x,
      height * between(random, 0.82, 0.95),
      unit * between(random, 0.06, 0.15),
      unit * between(random, 0.008, 0.018),
      0,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}
