import type { SKRSContext2D } from '@napi-rs/canvas';
import { between, pick } from '../../random.ts';
import { css, mix, type Rgb, rgb } from '../colour.ts';
import { cut } from '../paper.ts';
import { circle, rollingLine, sheetBelow } from '../shapes.ts';
import { scatterStars } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';

const NEBULAE = ['#5b3f8f', '#2f5f9a', '#8a3f7a', '#2f8a8a'];
const PLANETS: [string, ...string[]] = ['#e0885a', '#6fb5c9', '#d9b36b', '#b07cc6', '#7fae7a'];

/** Stars, clouds of coloured paper, a planet or two, and the ground of a moon below. */
export function space(set: StageSet): Backdrop {
  const { width, height, margin, unit, random, reading } = set;
  const night = rgb('#0c1030');
  const mars = /\bmars\b|المريخ/i.test(reading.caption);
  const ground = rgb(mars ? '#b65f3c' : '#9a9cab');
  const far = rollingLine(set, random, height * 0.84, unit * 0.03, 0.5);
  const near = rollingLine(set, random, height * 0.95, unit * 0.03, 0.6);
  return {
    layers: [
      createLayer(set, { depth: 0.02 }, (context) => {
        context.fillStyle = css(night);
        context.fillRect(-margin, -margin, width + margin * 2, height + margin * 2);
        for (let cloud = 0; cloud < 7; cloud++)
          nebula(set, context, between(random, 0, width), between(random, 0, height));
        scatterStars(set, context, 220, 1.1);
      }),
      createLayer(set, { depth: 0.1, grain: 0.6 }, (context) => scatterStars(set, context, 60, 1.1)),
      createLayer(set, { depth: 0.25 }, (context) => {
        planet(
          set,
          context,
          width * between(random, 0.12, 0.3),
          height * between(random, 0.16, 0.3),
          unit * between(random, 0.09, 0.14),
          true,
        );
        planet(
          set,
          context,
          width * between(random, 0.68, 0.9),
          height * between(random, 0.3, 0.5),
          unit * between(random, 0.04, 0.07),
          false,
        );
      }),
      createLayer(set, { depth: 0.7, top: height * 0.7 }, (context) => {
        cut(context, sheetBelow(set, far), mix(ground, night, 0.55), { lift: unit * 0.014, edge: unit * 0.003 });
      }),
      createLayer(set, { depth: 1.2, top: height * 0.8 }, (context) => {
        cut(context, sheetBelow(set, near), mix(ground, night, 0.3), { lift: unit * 0.018, edge: unit * 0.004 });
        for (let crater = 0; crater < 12; crater++) {
          context.fillStyle = css(mix(ground, night, 0.55), 0.8);
          context.beginPath();
          context.ellipse(
            between(random, -margin, width + margin),
            height * between(random, 0.965, 1.05),
            unit * between(random, 0.02, 0.06),
            unit * 0.008,
            0,
            0,
            Math.PI * 2,
          );
          context.fill();
        }
      }),
    ],
    ground: 0.91,
    air: { top: 0.2, bottom: 0.7 },
    water: null,
  };
}

function nebula(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit, random } = set;
  const size = unit * between(random, 0.25, 0.6);
  const colour = rgb(NEBULAE[Math.floor(random() * NEBULAE.length)] ?? '#5b3f8f');
  const gradient = context.createRadialGradient(x, y, 0, x, y, size);
  gradient.addColorStop(0, css(colour, 0.4));
  gradient.addColorStop(1, css(colour, 0));
  context.fillStyle = gradient;
  context.fill(circle(x, y, size));
}

function planet(set: StageSet, context: SKRSContext2D, x: number, y: number, radius: number, ringed: boolean): void {
  const { unit, random } = set;
  const colour = rgb(pick(random, PLANETS));
  const ring = (from: number, to: number) => {
    context.strokeStyle = css(mix(colour, [255, 240, 210], 0.55) as Rgb, 0.9);
    context.lineWidth = radius * 0.14;
    context.beginPath();
    context.ellipse(x, y, radius * 1.7, radius * 0.42, -0.3, from, to);
    context.stroke();
  };
  if (ringed) ring(Math.PI, Math.PI * 2);
  cut(context, circle(x, y, radius), colour, { lift: unit * 0.016, edge: unit * 0.003 });
  context.save();
  context.clip(circle(x, y, radius));
  for (let band = -2; band <= 2; band++) {
    context.fillStyle = css(mix(colour, band % 2 === 0 ? [255, 255, 255] : [40, 20, 60], 0.22), 0.6);
    context.fillRect(
      x - radius,
      y + band * radius * 0.36 - radius * 0.08,
      radius * 2,
      radius * between(random, 0.1, 0.2),
    );
  }
  context.fillStyle = 'rgba(10, 10, 40, 0.32)';
  context.fill(circle(x + radius * 0.5, y + radius * 0.35, radius * 1.05));
  context.restore();
  if (ringed) ring(0, Math.PI);
}
