import type { SKRSContext2D } from '@napi-rs/canvas';
import { between, pick } from '../../random.ts';
import { css, mix, rgb } from '../colour.ts';
import { cut } from '../paper.ts';
import { box, circle, cloudPath, polygon, sheetBelow } from '../shapes.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';

const WALLS: [string, ...string[]] = ['#e9d3b4', '#cfdcd3', '#e6c9c4', '#c9d3e3', '#d9cfe3'];

/** A papered room: a window with the weather behind it, a shelf, a lamp, a floor of boards. */
export function room(set: StageSet): Backdrop {
  const { width, height, margin, unit, random, light } = set;
  const indoors = light.dark ? rgb('#8f86a8') : rgb('#ffffff');
  const inLight = (colour: string) =>
    mix(
      rgb(colour),
      [rgb(colour)[0] * (indoors[0] / 255), rgb(colour)[1] * (indoors[1] / 255), rgb(colour)[2] * (indoors[2] / 255)],
      0.9,
    );
  const wall = inLight(pick(random, WALLS));
  const floor = height * 0.76;
  const mirrored = random() < 0.5;
  const side = (x: number) => (mirrored ? width - x * width : x * width);
  return {
    layers: [
      createLayer(set, { depth: 0.1 }, (context) => {
        context.fillStyle = css(wall);
        context.fillRect(-margin, -margin, width + margin * 2, height + margin * 2);
        for (let x = -margin; x < width + margin; x += unit * 0.09) {
          context.fillStyle = css(mix(wall, [255, 255, 255], 0.22), 0.6);
          context.fillRect(x, -margin, unit * 0.035, height + margin);
        }
        windowWithSky(set, context, side(0.28), floor - unit * 0.36);
        shelf(set, context, side(0.74), floor - unit * 0.42, inLight);
      }),
      createLayer(set, { depth: 0.45, top: floor - unit * 0.65 }, (context) => {
        cut(context, box(-margin - 5, floor - unit * 0.05, width + margin * 2 + 10, unit * 0.06), inLight('#f4ece0'), {
          lift: unit * 0.006,
          edge: unit * 0.002,
        });
        lamp(set, context, side(0.93), floor + unit * 0.02, inLight);
      }),
      createLayer(set, { depth: 0.8, top: floor - unit * 0.05 }, (context) => {
        cut(
          context,
          sheetBelow(set, () => floor),
          inLight('#b98a5c'),
          { lift: unit * 0.01, edge: unit * 0.003 },
        );
        for (let board = 1; board < 5; board++) {
          context.fillStyle = 'rgba(70, 40, 20, 0.22)';
          context.fillRect(-margin, floor + unit * 0.06 * board ** 1.25, width + margin * 2, unit * 0.004);
        }
        context.fillStyle = css(inLight('#b5535a'), 0.92);
        context.beginPath();
        context.ellipse(width / 2, height * 0.9, unit * 0.55, unit * 0.07, 0, 0, Math.PI * 2);
        context.fill();
        context.strokeStyle = css(inLight('#f1dcb3'));
        context.lineWidth = unit * 0.008;
        context.beginPath();
        context.ellipse(width / 2, height * 0.9, unit * 0.5, unit * 0.06, 0, 0, Math.PI * 2);
        context.stroke();
      }),
    ],
    ground: 0.9,
    air: { top: 0.14, bottom: 0.48 },
    water: null,
  };
}

function windowWithSky(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit, light, random } = set;
  const [wide, high] = [unit * 0.36, unit * 0.42];
  const pane = box(x - wide / 2, y - high / 2, wide, high);
  cut(context, box(x - wide * 0.56, y - high * 0.55, wide * 1.12, high * 1.1), rgb('#f7f1e4'), {
    lift: unit * 0.01,
    edge: unit * 0.002,
  });
  context.save();
  context.clip(pane);
  const gradient = context.createLinearGradient(0, y - high / 2, 0, y + high / 2);
  gradient.addColorStop(0, css(light.skyTop));
  gradient.addColorStop(1, css(light.skyBottom));
  context.fillStyle = gradient;
  context.fill(pane);
  if (light.dark)
    cut(context, circle(x + wide * 0.2, y - high * 0.2, unit * 0.04), rgb('#f4efd9'), { lift: unit * 0.006 });
  else cut(context, cloudPath(random, x - wide * 0.1, y, unit * 0.12), [255, 255, 255], { lift: unit * 0.006 });
  cut(
    context,
    polygon(
      x - wide,
      y + high,
      x - wide * 0.2,
      y + high * 0.22,
      x + wide * 0.3,
      y + high * 0.36,
      x + wide,
      y + high * 0.2,
      x + wide,
      y + high,
    ),
    light.on('#7fae6a', 0.25),
    { lift: unit * 0.006 },
  );
  context.restore();
  cut(context, box(x - unit * 0.007, y - high / 2, unit * 0.014, high), rgb('#f7f1e4'), { lift: unit * 0.003 });
  cut(context, box(x - wide / 2, y - unit * 0.007, wide, unit * 0.014), rgb('#f7f1e4'), { lift: unit * 0.003 });
  for (const side of [-1, 1]) {
    const edge = x + side * wide * 0.66;
    const curtain = polygon(
      edge - unit * 0.07,
      y - high * 0.62,
      edge + unit * 0.07,
      y - high * 0.62,
      edge + side * unit * 0.05 + unit * 0.05,
      y + high * 0.66,
      edge + side * unit * 0.05 - unit * 0.05,
      y + high * 0.66,
    );
    cut(context, curtain, light.dark ? rgb('#6d5a86') : rgb('#d98a6a'), { lift: unit * 0.008, edge: unit * 0.002 });
  }
}

function shelf(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  inLight: (colour: string) => ReturnType<typeof rgb>,
): void {
  const { unit, random } = set;
  const spines = ['#b5535a', '#3f7a8c', '#d9a441', '#5d8a5a', '#7a5a8c', '#e0d2b8'];
  for (const level of [0, 0.2]) {
    const top = y + unit * level;
    for (let at = -0.16; at < 0.15; ) {
      const thick = between(random, 0.016, 0.032);
      const tall = between(random, 0.08, 0.13);
      cut(
        context,
        box(x + unit * at, top - unit * tall, unit * thick, unit * tall),
        inLight(spines[Math.floor(random() * spines.length)] ?? '#b5535a'),
        { lift: unit * 0.004, edge: unit * 0.0015 },
      );
      at += thick + (random() < 0.15 ? 0.04 : 0.002);
    }
    cut(context, box(x - unit * 0.2, top, unit * 0.4, unit * 0.016), inLight('#8a5f3d'), {
      lift: unit * 0.008,
      edge: unit * 0.002,
    });
  }
}

function lamp(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  inLight: (colour: string) => ReturnType<typeof rgb>,
): void {
  const { unit, light } = set;
  const top = y - unit * 0.5;
  cut(context, box(x - unit * 0.006, top, unit * 0.012, unit * 0.5), inLight('#6b5140'), { lift: unit * 0.004 });
  cut(
    context,
    polygon(
      x - unit * 0.05,
      top - unit * 0.09,
      x + unit * 0.05,
      top - unit * 0.09,
      x + unit * 0.09,
      top + unit * 0.03,
      x - unit * 0.09,
      top + unit * 0.03,
    ),
    rgb(light.dark ? '#ffdf94' : '#f4d9a8'),
    { lift: unit * 0.008, edge: unit * 0.002 },
  );
  const glow = context.createRadialGradient(x, top, 0, x, top, unit * 0.4);
  glow.addColorStop(0, `rgba(255, 214, 130, ${light.dark ? 0.45 : 0.16})`);
  glow.addColorStop(1, 'rgba(255, 214, 130, 0)');
  context.fillStyle = glow;
  context.fill(circle(x, top, unit * 0.4));
}
