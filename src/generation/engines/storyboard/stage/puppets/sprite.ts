import { createRequire } from 'node:module';
import { type Canvas, createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import type { Colour, Style } from '../../../../prompt-words/stage-reading.ts';
import { PAPERS } from '../backdrops/bare-stage.ts';
import { css, luma, mix, multiply, type Rgb, rgb } from '../colour.ts';
import { gradeCanvas } from '../grade.ts';
import type { Light } from '../light.ts';
import { addGrain } from '../paper.ts';
import { OWN_DRAWINGS } from './own-drawings.ts';

const require = createRequire(import.meta.url);

/** A cut-out: a drawing with a white rim of paper and its shadow. */
export interface Sprite {
  image: Canvas;
  /** Of the drawing itself, in pixels; the image is larger by `rim` on every side. */
  size: number;
  rim: number;
  /** Where the drawing's lowest point is, as a part of its size from the top. */
  foot: number;
}

export interface SpriteLook {
  light: Light;
  colour?: Colour | null;
  style: Style | null;
}

interface IconSet {
  icons: Record<string, { body: string; left?: number; top?: number; width?: number; height?: number }>;
  aliases?: Record<string, { parent: string }>;
}

let iconSet: IconSet | null = null;
const WHITE: Rgb = [255, 255, 255];

/** Draws a cut-out once, in the light of the scene. `size` is in pixels. An unknown name gives a paper star. */
export async function createSprite(name: string, size: number, { light, colour, style }: SpriteLook): Promise<Sprite> {
  const drawing = createCanvas(size, size);
  const context = drawing.getContext('2d');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${bodyOf(name)}</svg>`;
  context.drawImage((await loadImage(Buffer.from(svg))) as Image, 0, 0, size, size);
  if (colour) recolour(context, size, colour);
  addGrain(context, 0.9);
  const foot = lowestRow(context, size);
  shadeWith(context, size, light);

  const rim = Math.ceil(size * 0.05 + 3);
  const image = createCanvas(size + rim * 2, size + rim * 2);
  const target = image.getContext('2d');
  target.shadowColor = 'rgba(20, 14, 30, 0.42)';
  target.shadowBlur = size * 0.035;
  target.shadowOffsetX = size * 0.012;
  target.shadowOffsetY = size * 0.016;
  target.drawImage(rimOf(drawing, size, rim, light), 0, 0);
  target.shadowColor = 'transparent';
  target.drawImage(drawing, rim, rim);
  gradeCanvas(image, style);
  return { image, size, rim, foot };
}

/** The white paper that was left standing when the figure was cut out. */
function rimOf(drawing: Canvas, size: number, rim: number, light: Light): Canvas {
  const outline = createCanvas(size + rim * 2, size + rim * 2);
  const context = outline.getContext('2d');
  const reach = Math.max(1.5, size * 0.02);
  for (let step = 0; step < 20; step++) {
    const angle = (step / 20) * Math.PI * 2;
    context.drawImage(drawing, rim + Math.cos(angle) * reach, rim + Math.sin(angle) * reach);
  }
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = css(mix(WHITE, multiply(WHITE, light.shade.colour), light.shade.amount * 0.7));
  context.fillRect(0, 0, size + rim * 2, size + rim * 2);
  return outline;
}

function shadeWith(context: SKRSContext2D, size: number, { shade }: Light): void {
  if (shade.amount === 0) return;
  context.save();
  context.globalCompositeOperation = 'source-atop';
  context.fillStyle = css(shade.colour, shade.amount);
  context.fillRect(0, 0, size, size);
  context.restore();
}

/** Gives the drawing another colour but keeps what is light and dark in it. */
function recolour(context: SKRSContext2D, size: number, colour: Colour): void {
  const paper = rgb(PAPERS[colour]);
  const pixels = context.getImageData(0, 0, size, size);
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 0) continue;
    const old: Rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const painted = paint(old, paper, colour);
    for (let part = 0; part < 3; part++) data[at + part] = painted[part] ?? 0;
  }
  context.putImageData(pixels, 0, 0);
}

function paint(old: Rgb, paper: Rgb, colour: Colour): Rgb {
  const brightness = luma(old) / 255;
  if (colour === 'white') return mix(old, WHITE, brightness < 0.25 ? 0.1 : 0.82);
  if (colour === 'black') return mix(multiply(old, [70, 68, 76]), paper, 0.45);
  // Eyes and outlines stay dark, highlights stay light.
  if (brightness < 0.14 || brightness > 0.96) return old;
  const toned =
    brightness < 0.55
      ? multiply(paper, [255 * (0.45 + brightness), 255 * (0.45 + brightness), 255 * (0.45 + brightness)])
      : mix(paper, WHITE, (brightness - 0.55) * 0.75);
  return mix(old, toned, 0.86);
}

/** As a part of the size; 1 where the drawing reaches the lower edge. */
function lowestRow(context: SKRSContext2D, size: number): number {
  const { data } = context.getImageData(0, 0, size, size);
  for (let row = size - 1; row > 0; row--) {
    for (let column = 0; column < size; column += 2) {
      if ((data[(row * size + column) * 4 + 3] ?? 0) > 128) return (row + 1) / size;
    }
  }
  return 1;
}

function bodyOf(name: string): string {
  iconSet ??= require('@iconify-json/fluent-emoji-flat/icons.json') as IconSet;
  const icon = iconSet.icons[iconSet.aliases?.[name]?.parent ?? name];
  return OWN_DRAWINGS[name] ?? icon?.body ?? '<path fill="#f6c945" d="m16 3 4 9 9 1-7 6 2 10-8-5-8 5 2-10-7-6 9-1z"/>';
}
