import { type Canvas, createCanvas, type Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { createRandom } from '../random.ts';
import { css, mix, type Rgb } from './colour.ts';

const GRAIN_SIZE = 256;
const WHITE: Rgb = [255, 255, 255];

let grain: Canvas | null = null;

export interface CutOptions {
  /** Height of the paper above what lies behind it, in pixels: the size of its shadow. */
  lift: number;
  /** Width of the light cut edge in pixels; 0 for none. */
  edge?: number;
}

/** Lays a shape cut from coloured paper: a soft shadow behind it, a light edge where the knife went. */
export function cut(context: SKRSContext2D, path: Path2D, colour: Rgb, { lift, edge = 0 }: CutOptions): void {
  context.save();
  context.shadowColor = 'rgba(20, 14, 30, 0.34)';
  context.shadowBlur = lift * 1.5;
  context.shadowOffsetX = lift * 0.25;
  context.shadowOffsetY = -lift * 0.2;
  context.fillStyle = css(colour);
  context.fill(path);
  context.restore();
  if (edge === 0) return;
  context.save();
  context.clip(path);
  context.strokeStyle = css(mix(colour, WHITE, 0.4), 0.75);
  context.lineWidth = edge * 2;
  context.stroke(path);
  context.restore();
}

/** Gives everything that is drawn on a canvas so far the tooth of paper. */
export function addGrain(context: SKRSContext2D, strength = 1): void {
  const pattern = context.createPattern(paperGrain(), 'repeat');
  if (!pattern) throw new Error('The paper has no grain');
  context.save();
  context.resetTransform();
  context.globalCompositeOperation = 'source-atop';
  context.globalAlpha = strength;
  context.fillStyle = pattern;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

/** Speckles and short fibres, dark and light, mostly clear. */
function paperGrain(): Canvas {
  if (grain) return grain;
  const random = createRandom(0x9a9e12);
  grain = createCanvas(GRAIN_SIZE, GRAIN_SIZE);
  const context = grain.getContext('2d');
  const pixels = context.createImageData(GRAIN_SIZE, GRAIN_SIZE);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const value = random();
    pixels.data.fill(value < 0.5 ? 0 : 255, at, at + 3);
    pixels.data[at + 3] = Math.abs(value - 0.5) * 26;
  }
  context.putImageData(pixels, 0, 0);
  context.lineWidth = 0.8;
  for (let fibre = 0; fibre < 90; fibre++) {
    const x = random() * GRAIN_SIZE;
    const y = random() * GRAIN_SIZE;
    context.strokeStyle = random() < 0.5 ? 'rgba(0, 0, 0, 0.05)' : 'rgba(255, 255, 255, 0.09)';
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(
      x + random() * 10 - 5,
      y + random() * 10 - 5,
      x + random() * 22 - 11,
      y + random() * 22 - 11,
    );
    context.stroke();
  }
  return grain;
}
