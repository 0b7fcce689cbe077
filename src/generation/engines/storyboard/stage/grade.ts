import type { Canvas } from '@napi-rs/canvas';
import type { Style } from '../../../prompt-words/stage-reading.ts';
import { luma, mix, multiply, type Rgb, rgb, saturate } from './colour.ts';

/** What a style makes of a colour. */
type Grade = (colour: Rgb) => Rgb;

const INK = rgb('#1f2430');
const CREAM = rgb('#f6efe0');

/** A style is a change of every colour on the stage; what it does to shapes stands in `theatre.ts`. */
const GRADES: Partial<Record<Style, Grade>> = {
  noir: (colour) => contrast(grey(colour), 1.25),
  vintage: (colour) => mix(multiply(grey(colour), [255, 226, 180]), saturate(colour, 0.5), 0.25),
  watercolour: (colour) => mix(saturate(colour, 0.85), CREAM, 0.28),
  pastel: (colour) => mix(saturate(colour, 0.8), [255, 250, 246], 0.42),
  sketch: (colour) => mix(rgb('#4a4640'), rgb('#fdfaf3'), Math.min(1, (luma(colour) / 255) ** 0.7 * 1.12)),
  ink: (colour) => mix(INK, CREAM, Math.min(1, Math.max(0, luma(colour) / 215 - 0.08))),
  neon: neon,
  comic: (colour) => posterise(saturate(colour, 1.35), 6),
  oil: (colour) => contrast(saturate(colour, 1.2), 1.08),
  psychedelic: (colour) => turnHue(saturate(colour, 1.7), luma(colour) / 90),
  pixel: (colour) => posterise(saturate(colour, 1.15), 10),
};

/** Changes a finished sheet or cut-out to the style, once; null leaves it. */
export function gradeCanvas(image: Canvas, style: Style | null): void {
  const grade = style === null ? undefined : GRADES[style];
  if (!grade) return;
  const context = image.getContext('2d');
  const pixels = context.getImageData(0, 0, image.width, image.height);
  const { data } = pixels;
  const known = new Map<number, Rgb>();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 0) continue;
    // Five bits a channel are enough to tell tones apart and keep this quick.
    const key = (((data[at] ?? 0) >> 2) << 12) | (((data[at + 1] ?? 0) >> 2) << 6) | ((data[at + 2] ?? 0) >> 2);
    let graded = known.get(key);
    if (!graded) {
      graded = grade([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
      known.set(key, graded);
    }
    data[at] = graded[0];
    data[at + 1] = graded[1];
    data[at + 2] = graded[2];
  }
  context.putImageData(pixels, 0, 0);
}

function grey(colour: Rgb): Rgb {
  const value = luma(colour);
  return [value, value, value];
}

function contrast(colour: Rgb, amount: number): Rgb {
  return colour.map((part) => Math.min(255, Math.max(0, (part - 128) * amount + 128))) as unknown as Rgb;
}

function posterise(colour: Rgb, steps: number): Rgb {
  return colour.map((part) => (Math.round((part / 255) * steps) / steps) * 255) as unknown as Rgb;
}

/** Dark, with what was light glowing in magenta and cyan. */
function neon(colour: Rgb): Rgb {
  const value = luma(colour) / 255;
  const warm = (colour[0] - colour[2]) / 255;
  const glow = mix(rgb('#21d4fd'), rgb('#ff3cac'), Math.min(1, Math.max(0, 0.5 + warm * 0.9)));
  return mix(mix(rgb('#0b0920'), glow, Math.min(1, value ** 1.15 * 1.15)), saturate(colour, 1.6), 0.25);
}

/** Turns the hue by an angle in radians, around the grey axis. */
function turnHue([red, green, blue]: Rgb, angle: number): Rgb {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle) * Math.sqrt(1 / 3)];
  const same = cos + (1 - cos) / 3;
  const before = (1 - cos) / 3 - sin;
  const after = (1 - cos) / 3 + sin;
  return [
    red * same + green * before + blue * after,
    red * after + green * same + blue * before,
    red * before + green * after + blue * same,
  ].map((part) => Math.min(255, Math.max(0, part))) as unknown as Rgb;
}
