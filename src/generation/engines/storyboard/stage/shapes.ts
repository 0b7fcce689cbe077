import { Path2D } from '@napi-rs/canvas';
import { between, type Random } from '../random.ts';
import type { StageSet } from './stage-set.ts';

/** A sheet that fills everything below a line; `line` gives the line's height in pixels for each x. */
export function sheetBelow(set: StageSet, line: (x: number) => number, step = 0.02): Path2D {
  const path = new Path2D();
  const from = -set.margin - 4;
  const to = set.width + set.margin + 4;
  path.moveTo(from, line(from));
  for (let x = from; x < to; x += set.unit * step) path.lineTo(x, line(x));
  path.lineTo(to, line(to));
  path.lineTo(to, set.height + set.margin + 20);
  path.lineTo(from, set.height + set.margin + 20);
  path.closePath();
  return path;
}

/** A gently waving line around a height, in pixels. */
export function rollingLine(set: StageSet, random: Random, height: number, amplitude: number, length = 0.9) {
  const waves = [1, 2.3, 4.1].map((frequency) => ({
    frequency: (frequency * 2 * Math.PI) / (set.unit * length * 2),
    phase: random() * Math.PI * 2,
    size: amplitude / frequency,
  }));
  return (x: number) =>
    height + waves.reduce((sum, wave) => sum + Math.sin(x * wave.frequency + wave.phase) * wave.size, 0);
}

/** Peaks with straight flanks, as folded paper has them. */
export function jaggedLine(set: StageSet, random: Random, height: number, amplitude: number, spacing = 0.3) {
  const points: { x: number; y: number }[] = [];
  let up = random() < 0.5;
  for (
    let x = -set.margin - set.unit;
    x < set.width + set.margin + set.unit;
    x += set.unit * spacing * between(random, 0.6, 1.3)
  ) {
    points.push({ x, y: height - (up ? amplitude * between(random, 0.55, 1) : amplitude * between(random, 0, 0.3)) });
    up = !up;
  }
  return (x: number) => {
    const found = points.findIndex((point) => point.x >= x);
    const index = found === -1 ? points.length - 1 : Math.max(1, found);
    const right = points[index] ?? { x: x + 1, y: height };
    const left = points[index - 1] ?? right;
    return left.y + ((right.y - left.y) * (x - left.x)) / Math.max(1, right.x - left.x);
  };
}

/** A cloud of round lobes on a flat base; x and y are the middle of the base. */
export function cloudPath(random: Random, x: number, y: number, size: number): Path2D {
  const path = new Path2D();
  const lobes = 4 + Math.floor(random() * 3);
  for (let lobe = 0; lobe < lobes; lobe++) {
    const along = lobe / (lobes - 1) - 0.5;
    const radius = size * (0.34 - Math.abs(along) * 0.3) * between(random, 0.85, 1.15);
    const centre = x + along * size * 1.5;
    path.moveTo(centre + radius, y - radius * 0.6);
    path.arc(centre, y - radius * 0.6, radius, 0, Math.PI * 2);
  }
  path.roundRect(x - size * 0.85, y - size * 0.2, size * 1.7, size * 0.22, size * 0.11);
  return path;
}

export function circle(x: number, y: number, radius: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, radius, 0, Math.PI * 2);
  return path;
}

/** A closed shape through points given as x, y, x, y… */
export function polygon(...coordinates: number[]): Path2D {
  const path = new Path2D();
  for (let at = 0; at < coordinates.length; at += 2) {
    const [x = 0, y = 0] = [coordinates[at], coordinates[at + 1]];
    if (at === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  path.closePath();
  return path;
}

export function box(x: number, y: number, width: number, height: number, radius = 0): Path2D {
  const path = new Path2D();
  path.roundRect(x, y, width, height, radius);
  return path;
}
