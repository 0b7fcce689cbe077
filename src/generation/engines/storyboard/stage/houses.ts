import type { SKRSContext2D } from '@napi-rs/canvas';
import { between, pick } from '../random.ts';
import { css, mix, type Rgb, rgb } from './colour.ts';
import { cut } from './paper.ts';
import { box, polygon } from './shapes.ts';
import type { StageSet } from './stage-set.ts';

const LAMP_LIGHT: Rgb = rgb('#ffd873');

interface HouseOptions {
  x: number;
  /** Foot of the wall. */
  y: number;
  width: number;
  height: number;
  distance: number;
}

/** A tower with rows of windows, lit at night. */
export function skyscraper(
  set: StageSet,
  context: SKRSContext2D,
  { x, y, width, height, distance }: HouseOptions,
): void {
  const { random, light, unit } = set;
  const colour = light.on(pick(random, ['#8fa3b8', '#b7a08c', '#7d8ea6', '#c7b8a5', '#96a4a0', '#a98f9c']), distance);
  const top = y - height;
  const hat = random();
  const wall = box(x, top, width, height + unit * 0.2, unit * 0.004);
  if (hat < 0.25)
    cut(
      context,
      polygon(x + width * 0.15, top + 1, x + width / 2, top - height * 0.14, x + width * 0.85, top + 1),
      colour,
      { lift: unit * 0.006 },
    );
  else if (hat < 0.4)
    cut(context, box(x + width * 0.46, top - height * 0.16, width * 0.08, height * 0.18), colour, {
      lift: unit * 0.004,
    });
  cut(context, wall, colour, { lift: unit * 0.012, edge: unit * 0.002 });
  drawWindows(set, context, { x, y: top, width, height, distance }, unit * 0.026);
}

/** A gabled house with a door. */
export function house(set: StageSet, context: SKRSContext2D, options: HouseOptions): void {
  const { x, y, width, height, distance } = options;
  const { random, light, unit } = set;
  const wall = light.on(pick(random, ['#f3dfc1', '#e9c9b0', '#dce4e0', '#f0d3a2', '#cfdbe6', '#e8b9a4']), distance);
  const roof = light.on(pick(random, ['#c2553f', '#8e4a49', '#5d6f86', '#a8633e', '#6d8a5c']), distance);
  cut(context, box(x, y - height, width, height + unit * 0.1), wall, { lift: unit * 0.012, edge: unit * 0.002 });
  cut(context, box(x + width * 0.7, y - height * 1.5, width * 0.1, height * 0.4), roof, { lift: unit * 0.005 });
  cut(
    context,
    polygon(x - width * 0.1, y - height, x + width / 2, y - height * 1.6, x + width * 1.1, y - height),
    roof,
    {
      lift: unit * 0.01,
      edge: unit * 0.003,
    },
  );
  cut(
    context,
    box(x + width * 0.42, y - height * 0.5, width * 0.18, height * 0.52, width * 0.02),
    light.on('#7d5540', distance),
    { lift: 0 },
  );
  for (const at of [0.14, 0.7])
    drawWindow(set, context, x + width * at, y - height * 0.72, width * 0.17, height * 0.26, random() < 0.8, distance);
}

function drawWindows(
  set: StageSet,
  context: SKRSContext2D,
  { x, y, width, height, distance }: HouseOptions,
  size: number,
): void {
  const columns = Math.max(1, Math.floor((width * 0.84) / size));
  const rows = Math.floor((height * 0.95) / (size * 1.35));
  const step = (width * 0.86) / columns;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const left = x + width * 0.07 + step * column + step * 0.2;
      drawWindow(
        set,
        context,
        left,
        y + size * (0.5 + row * 1.35),
        step * 0.6,
        size * 0.75,
        set.random() < 0.55,
        distance,
      );
    }
  }
}

function drawWindow(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  lit: boolean,
  distance: number,
): void {
  const { light, random } = set;
  const late = light.dark || set.reading.time === 'sunset';
  const dark = light.on(rgb('#51667d'), distance);
  const colour =
    late && lit ? mix(LAMP_LIGHT, rgb('#ff9d5c'), random() * 0.5) : mix(dark, light.skyBottom, 0.25 + random() * 0.2);
  context.fillStyle = css(colour, late && lit ? 1 - distance * 0.35 : 0.9);
  context.fillRect(x, y, width, height);
}

/** A row of houses side by side over the whole width. */
export function row(
  set: StageSet,
  options: { from: number; to: number; gap: number },
  build: (x: number, width: number) => void,
): void {
  for (let x = -set.margin - set.unit * 0.1; x < set.width + set.margin; ) {
    const width = set.unit * between(set.random, options.from, options.to);
    build(x, width);
    x += width + set.unit * options.gap * set.random();
  }
}
