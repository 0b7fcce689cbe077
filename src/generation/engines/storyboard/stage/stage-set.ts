import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { StageReading } from '../../../prompt-words/stage-reading.ts';
import type { Random } from '../random.ts';
import type { Light } from './light.ts';
import { addGrain } from './paper.ts';

/** What a backdrop is built with. Lengths are in pixels of the frame. */
export interface StageSet {
  width: number;
  height: number;
  /** The measure of things: a person is about a third of it high. Follows the shorter side. */
  unit: number;
  /** How far every layer reaches beyond the frame, so that the camera never sees its end. */
  margin: number;
  light: Light;
  random: Random;
  reading: StageReading;
}

/** A moment's shift of a layer by itself, in pixels. */
export type Drift = (seconds: number) => { x: number; y: number };

/** A sheet of the backdrop, drawn once and then only moved. */
export interface Layer {
  image: Canvas;
  /** Where its upper left corner lies in the frame while the camera is in the middle. */
  left: number;
  top: number;
  /** How much it follows the camera: 0 at the horizon, 1 where the puppets are, more in front of them. */
  depth: number;
  drift: Drift | null;
}

/** A built place: its layers from far to near, and where puppets stand and fly in it. */
export interface Backdrop {
  layers: Layer[];
  /** Heights in the frame, 0 at the top to 1 at the bottom: the line puppets stand on, and the band of those in the air. */
  ground: number;
  air: { top: number; bottom: number };
  /** Boats lie in it and swimmers under it; null on land. */
  water: 'surface' | 'deep' | null;
}

export interface LayerOptions {
  depth: number;
  /** Upper end in the frame, in pixels; everything above stays clear. */
  top?: number;
  bottom?: number;
  drift?: Drift;
  /** Strength of the paper's tooth; 0 for what is no paper, such as a glow. */
  grain?: number;
}

/** Draws a layer once. The context's origin is the frame's upper left corner. */
export function createLayer(set: StageSet, options: LayerOptions, draw: (context: SKRSContext2D) => void): Layer {
  const { width, height, margin } = set;
  const top = Math.floor(options.top ?? -margin);
  const bottom = Math.ceil(options.bottom ?? height + margin);
  const image = createCanvas(Math.ceil(width + margin * 2), Math.max(1, bottom - top));
  const context = image.getContext('2d');
  context.translate(margin, -top);
  draw(context);
  if (options.grain !== 0) addGrain(context, options.grain);
  return { image, left: -margin, top, depth: options.depth, drift: options.drift ?? null };
}
