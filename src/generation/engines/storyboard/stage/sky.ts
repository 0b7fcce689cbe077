import type { SKRSContext2D } from '@napi-rs/canvas';
import { between } from '../random.ts';
import { css, mix, type Rgb, rgb } from './colour.ts';
import { cut } from './paper.ts';
import { circle, cloudPath } from './shapes.ts';
import { createLayer, type Layer, type StageSet } from './stage-set.ts';

const WHITE: Rgb = [255, 255, 255];

/** Where the sun or moon hangs, as parts of the frame. */
export interface SkyOptions {
  x?: number;
  y?: number;
  clouds?: number;
  /** Whether the prompt's own subjects bring the sun or the moon. */
  disc?: boolean;
}

/** The sky: broad rings of paper around the light, a sun or moon, stars at night, and clouds that move by themselves. */
export function createSky(set: StageSet, options: SkyOptions = {}): Layer[] {
  const { reading, width, height } = set;
  const overcast = ['rain', 'storm', 'snow', 'fog'].includes(reading.weather);
  const low = reading.time === 'sunset' || reading.time === 'dawn';
  const x = width * (options.x ?? between(set.random, 0.22, 0.78));
  const y = height * (options.y ?? (low ? 0.5 : 0.2));
  const subjects = new Set(reading.subjects.map((subject) => subject.sprite));
  const shown =
    options.disc ?? !(overcast || subjects.has('sun') || subjects.has('full-moon') || subjects.has('crescent-moon'));
  const sky = createLayer(set, { depth: 0.02 }, (context) => {
    paintRings(set, context, x, y, overcast ? 0.25 : 1);
    if (set.light.dark && !overcast) scatterStars(set, context, 90);
    if (shown) hangDisc(set, context, x, y);
  });
  const clouds = options.clouds ?? (overcast ? 7 : set.light.dark ? 2 : 4);
  return clouds === 0 ? [sky] : [sky, createClouds(set, Math.round(clouds * 1.4), 0.1, overcast)];
}

function paintRings(set: StageSet, context: SKRSContext2D, x: number, y: number, strength: number): void {
  const { width, height, margin, light } = set;
  const gradient = context.createLinearGradient(0, -margin * 0.3, 0, height * 0.75);
  gradient.addColorStop(0, css(light.skyTop));
  gradient.addColorStop(1, css(light.skyBottom));
  context.fillStyle = gradient;
  context.fillRect(-margin, -margin, width + margin * 2, height + margin * 2);
  const reach = Math.hypot(width, height);
  for (let ring = 5; ring >= 1; ring--) {
    context.fillStyle = css(light.glow, (light.dark ? 0.045 : 0.1) * strength);
    context.fill(circle(x, y, reach * 0.075 * ring ** 1.35));
  }
}

export function scatterStars(set: StageSet, context: SKRSContext2D, count: number, within = 0.75): void {
  const { width, height, margin, random, unit } = set;
  for (let star = 0; star < count; star++) {
    const x = between(random, -margin, width + margin);
    const y = between(random, -margin, height * within);
    const size = unit * between(random, 0.0012, 0.0042);
    context.fillStyle = css(mix(rgb('#ffe9b8'), WHITE, random()), between(random, 0.5, 1));
    if (star % 9 === 0) {
      context.fillRect(x - size * 2.6, y - size * 0.35, size * 5.2, size * 0.7);
      context.fillRect(x - size * 0.35, y - size * 2.6, size * 0.7, size * 5.2);
    }
    context.fill(circle(x, y, size));
  }
}

function hangDisc(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const radius = set.unit * (set.light.dark ? 0.075 : 0.09);
  const colour = set.light.dark ? rgb('#f4efd9') : mix(rgb('#ffd45e'), set.light.glow, 0.25);
  cut(context, circle(x, y, radius), colour, { lift: set.unit * 0.012, edge: set.unit * 0.003 });
  if (!set.light.dark) return;
  context.fillStyle = 'rgba(160, 150, 130, 0.28)';
  for (const [dx, dy, size] of [
    [-0.3, -0.2, 0.22],
    [0.3, 0.25, 0.16],
    [0.05, 0.5, 0.12],
    [0.25, -0.4, 0.1],
  ] as const)
    context.fill(circle(x + dx * radius, y + dy * radius, size * radius));
}

function createClouds(set: StageSet, count: number, depth: number, overcast: boolean): Layer {
  const { width, height, margin, random, unit, light, reading } = set;
  const speed = unit * (reading.weather === 'wind' || reading.weather === 'storm' ? 0.05 : 0.014) * (depth * 8);
  const base = light.dark ? mix(light.skyBottom, WHITE, 0.16) : mix(WHITE, light.skyBottom, overcast ? 0.55 : 0.18);
  const bottom = height * 0.62;
  return createLayer(set, { depth, bottom, drift: (seconds) => ({ x: speed * seconds * 0.6, y: 0 }) }, (context) => {
    for (let cloud = 0; cloud < count; cloud++) {
      const x = -margin + ((cloud + between(random, 0.2, 0.8)) * (width + margin * 2)) / count;
      const y = height * between(random, overcast ? 0.04 : 0.08, overcast ? 0.34 : 0.4);
      const size = unit * between(random, 0.14, 0.26) * (overcast ? 1.3 : 1);
      const colour = mix(base, light.skyTop, random() * (overcast ? 0.35 : 0.12));
      cut(context, cloudPath(random, x, y, size), colour, { lift: unit * 0.012 });
    }
  });
}
