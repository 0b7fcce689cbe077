import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Card } from '../media-tools.ts';
import { isRightToLeft } from './direction.ts';
import { typefaceFor } from './font-shelf.ts';
import { wrapLines } from './wrap-lines.ts';

const PAPER = '#15110e';
const GLOW = '#3a2218';
const ACCENT = '#ff9270';
const INK = '#fffaf3';
const QUIET = '#cbbfb2';
/** Sides that stay free of text, as a part of the width. */
const SAFE_SIDE = 0.1;
const MOST_TITLE_LINES = 3;

/** A line as it is set. */
interface SetLine {
  text: string;
  font: string;
  colour: string;
  /** In pixels. */
  height: number;
}

/** The card as it is seen: its words in the middle, each line in its own script and direction. RGBA, opaque. */
export function drawCard({ width, height, eyebrow, title, lines }: Card): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  paint(context, width, height);
  const unit = Math.min(width, height) / 100;
  const across = width * (1 - 2 * SAFE_SIDE);
  const set = [
    ...setWords(context, eyebrow, { size: 7 * unit, weight: 700, colour: ACCENT, across, most: 1 }),
    ...setWords(context, title, { size: 8 * unit, weight: 650, colour: INK, across, most: MOST_TITLE_LINES }),
    ...lines.flatMap((line) =>
      setWords(context, line, { size: 4.4 * unit, weight: 450, colour: QUIET, across, most: 2 }),
    ),
  ];
  let top = (height - set.reduce((sum, line) => sum + line.height, 0)) / 2;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const line of set) {
    context.font = line.font;
    context.fillStyle = line.colour;
    context.direction = isRightToLeft(line.text) ? 'rtl' : 'ltr';
    context.fillText(line.text, width / 2, top + line.height / 2);
    top += line.height;
  }
  return new Uint8Array(context.getImageData(0, 0, width, height).data.buffer);
}

function paint(context: SKRSContext2D, width: number, height: number): void {
  context.fillStyle = PAPER;
  context.fillRect(0, 0, width, height);
  const glow = context.createRadialGradient(width / 2, height, 0, width / 2, height, width * 0.7);
  glow.addColorStop(0, GLOW);
  glow.addColorStop(1, PAPER);
  context.fillStyle = glow;
  context.fillRect(0, 0, width, height);
}

/** Sizes and widths in pixels. */
interface Setting {
  size: number;
  weight: number;
  colour: string;
  across: number;
  most: number;
}

function setWords(context: SKRSContext2D, words: string, { size, weight, colour, across, most }: Setting): SetLine[] {
  const { text, families } = typefaceFor(words);
  if (text === '') return [];
  const font = `${weight} ${Math.round(size)}px ${families}`;
  context.font = font;
  const wrapped = wrapLines(text, across, most, (line) => context.measureText(line).width);
  return wrapped.map((line) => ({ text: line, font, colour, height: size * 1.5 }));
}
