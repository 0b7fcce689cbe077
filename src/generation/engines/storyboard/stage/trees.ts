import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Season } from '../../../prompt-words/stage-reading.ts';
import { between } from '../random.ts';
import { type Rgb, rgb } from './colour.ts';
import { cut } from './paper.ts';
import { box, circle, polygon } from './shapes.ts';
import type { StageSet } from './stage-set.ts';

const CROWNS: Record<Season | 'none', readonly [string, ...string[]]> = {
  spring: ['#f5b8c9', '#f7cbd6', '#9cc97c'],
  summer: ['#4f9e5a', '#66ab52', '#3f8c57'],
  autumn: ['#d9772f', '#e0a33a', '#b9482f'],
  winter: ['#dfe9ee', '#cfdde4', '#eef4f6'],
  none: ['#5aa469', '#77b255', '#3f8f63'],
};

interface TreeOptions {
  x: number;
  /** Foot of the trunk. */
  y: number;
  /** Whole height in pixels. */
  size: number;
  distance: number;
}

export function roundTree(set: StageSet, context: SKRSContext2D, { x, y, size, distance }: TreeOptions): void {
  const { random, light, reading } = set;
  const trunk = light.on('#8a5a3c', distance);
  cut(context, box(x - size * 0.045, y - size * 0.5, size * 0.09, size * 0.52, size * 0.02), trunk, {
    lift: size * 0.02,
  });
  const colours = CROWNS[reading.season ?? 'none'];
  const first = Math.floor(random() * colours.length);
  for (const [index, [dx, dy, radius]] of [
    [-0.14, -0.52, 0.2],
    [0.15, -0.5, 0.19],
    [0, -0.7, 0.24],
  ].entries()) {
    const colour = light.on(colours[(first + (index === 2 ? 0 : index)) % colours.length] ?? colours[0], distance);
    const crown = circle(x + (dx ?? 0) * size, y + (dy ?? 0) * size, (radius ?? 0) * size * between(random, 0.9, 1.1));
    cut(context, crown, colour, { lift: size * 0.025, edge: size * 0.006 });
  }
}

export function pineTree(set: StageSet, context: SKRSContext2D, { x, y, size, distance }: TreeOptions): void {
  const { light, reading, random } = set;
  cut(context, box(x - size * 0.03, y - size * 0.2, size * 0.06, size * 0.22), light.on('#7a5138', distance), {
    lift: 0,
  });
  const snowy = reading.weather === 'snow' || reading.season === 'winter' || reading.setting === 'snowfield';
  const green = light.on(random() < 0.5 ? '#2f6b4f' : '#3b7a55', distance);
  for (const [level, half] of [0.3, 0.25, 0.18].entries()) {
    const base = y - size * (0.14 + level * 0.24);
    const tier = polygon(x - size * half, base, x, base - size * 0.42, x + size * half, base);
    cut(context, tier, green, { lift: size * 0.02, edge: size * 0.006 });
    if (!snowy) continue;
    const cap = polygon(
      x - size * half * 0.45,
      base - size * 0.23,
      x,
      base - size * 0.42,
      x + size * half * 0.45,
      base - size * 0.23,
      x,
      base - size * 0.18,
    );
    cut(context, cap, light.on('#f4f8fa', distance * 0.6), { lift: 0 });
  }
}

export function palmTree(set: StageSet, context: SKRSContext2D, { x, y, size, distance }: TreeOptions): void {
  const { light, random } = set;
  const lean = between(random, -0.16, 0.16) * size;
  const trunk = new Path2D();
  trunk.moveTo(x - size * 0.04, y);
  trunk.quadraticCurveTo(x - size * 0.02, y - size * 0.5, x + lean - size * 0.015, y - size * 0.78);
  trunk.lineTo(x + lean + size * 0.015, y - size * 0.78);
  trunk.quadraticCurveTo(x + size * 0.04, y - size * 0.5, x + size * 0.04, y);
  trunk.closePath();
  cut(context, trunk, light.on('#a5784d', distance), { lift: size * 0.015, edge: size * 0.004 });
  for (const angle of [-2.9, -2.3, -1.57, -0.85, -0.2, 0.25, 2.9]) {
    const tipX = x + lean + Math.cos(angle) * size * 0.34;
    const tipY = y - size * 0.78 + Math.sin(angle) * size * 0.2 + size * 0.06;
    const frond = new Path2D();
    frond.moveTo(x + lean, y - size * 0.79);
    frond.quadraticCurveTo(
      x + lean + Math.cos(angle) * size * 0.2,
      y - size * 0.99 + Math.sin(angle) * size * 0.06,
      tipX,
      tipY,
    );
    frond.quadraticCurveTo(
      x + lean + Math.cos(angle) * size * 0.16,
      y - size * 0.86 + Math.sin(angle) * size * 0.08,
      x + lean,
      y - size * 0.76,
    );
    cut(context, frond, light.on('#4d9a58', distance), { lift: size * 0.012, edge: size * 0.004 });
  }
}

/** Tufts of grass along a line. */
export function grassTufts(
  set: StageSet,
  context: SKRSContext2D,
  line: (x: number) => number,
  colour: Rgb,
  count: number,
): void {
  const { width, margin, random, unit } = set;
  for (let tuft = 0; tuft < count; tuft++) {
    const x = between(random, -margin, width + margin);
    const y = line(x) + unit * 0.012;
    const size = unit * between(random, 0.014, 0.032);
    const blades = polygon(
      x - size,
      y,
      x - size * 0.7,
      y - size * 1.5,
      x - size * 0.25,
      y - size * 0.4,
      x,
      y - size * 2,
      x + size * 0.3,
      y - size * 0.4,
      x + size * 0.8,
      y - size * 1.4,
      x + size,
      y,
    );
    cut(context, blades, colour, { lift: size * 0.12 });
  }
}

/** Small flowers of paper, strewn over the ground between two heights. */
export function flowers(set: StageSet, context: SKRSContext2D, from: number, to: number, count: number): void {
  const { width, margin, random, unit, light } = set;
  const colours = ['#f2705f', '#ffd45e', '#f7f3ea', '#c58be0', '#ff9ec0'];
  for (let flower = 0; flower < count; flower++) {
    const x = between(random, -margin, width + margin);
    const y = between(random, from, to);
    const size = unit * between(random, 0.006, 0.012);
    const colour = light.on(colours[Math.floor(random() * colours.length)] ?? '#ffffff');
    for (let petal = 0; petal < 5; petal++) {
      const angle = (petal / 5) * Math.PI * 2;
      cut(context, circle(x + Math.cos(angle) * size, y + Math.sin(angle) * size, size * 0.72), colour, {
        lift: size * 0.3,
      });
    }
    cut(context, circle(x, y, size * 0.6), light.on(rgb('#f7b733')), { lift: 0 });
  }
}
