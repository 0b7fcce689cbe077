import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas';
import sharp, { type Sharp } from 'sharp';
import { TaskError } from '../../../../media/contained-task.ts';
import type { StageReading } from '../../../prompt-words/stage-reading.ts';
import { createRandom, seedOf } from '../random.ts';
import { createAirs } from './air/create-airs.ts';
import { viewAt } from './camera.ts';
import { lightOf } from './light.ts';
import type { Scene } from './scene.ts';
import type { StageSet } from './stage-set.ts';

/** Pixels a picture may have before it is decoded: a small file can otherwise fill the memory. */
const MOST_PIXELS = 25_000_000;

/** A picture whose shape differs from the stage's by less than this is cropped; any other lies on a blurred ground. */
const CROP_LIMIT = 1.45;

/** How much larger than the stage the picture is drawn, so that there is room to move. */
const ROOM = 1.14;

/** The picture is moved in strips, lower ones further: what is near lies lower in most pictures. */
const STRIPS = 36;
const NEARNESS = 0.55;

/**
 * Brings a still to life: it is fitted without stretching, the camera wanders over it, what is lower in it moves more,
 * and the weather of the words passes in front. Rejects with a `TaskError` of code `invalid-picture`.
 */
export async function createPictureScene(
  path: string,
  reading: StageReading,
  stage: { width: number; height: number; seconds: number; seed: number },
): Promise<Scene> {
  const { width, height } = stage;
  const picture = await readPicture(path, width, height);
  const unit = Math.min(width, height * 1.12);
  const random = createRandom(seedOf(reading.caption, stage.seed));
  const set: StageSet = { width, height, unit, margin: 0, light: lightOf(reading), random, reading };
  const airs = (await createAirs(set)).filter(({ place }) => place === 'front');
  const towards = random() < 0.5 ? 1 : -1;
  // Without a word about the camera a still would hardly move.
  const camera = reading.camera.move === 'drift' ? { ...reading.camera, move: 'zoom-in' as const } : reading.camera;
  return {
    draw(context, seconds) {
      const view = viewAt(camera, seconds, stage.seconds);
      const sideways = view.x + Math.sin((seconds / stage.seconds) * Math.PI - Math.PI / 2) * 0.016 * towards;
      context.drawImage(
        picture.ground,
        -width * 0.06 - sideways * width * 0.3,
        -height * 0.06,
        width * 1.12,
        height * 1.12,
      );
      drawInStrips(
        context,
        picture,
        { x: sideways * width, y: view.y * height, zoom: 1 + (view.zoom - 1) * 0.55 },
        stage,
      );
      for (const air of airs) air.draw(context, seconds * camera.speed);
    },
  };
}

interface Picture {
  image: Canvas;
  ground: Canvas;
  /** Whether it fills the stage or lies on its ground as a card. */
  fills: boolean;
}

function drawInStrips(
  context: Parameters<Scene['draw']>[0],
  { image, fills }: Picture,
  move: { x: number; y: number; zoom: number },
  { width, height }: { width: number; height: number },
): void {
  const base = fills
    ? Math.max(width / image.width, height / image.height) * ROOM
    : Math.min((width * 0.9) / image.width, (height * 0.86) / image.height);
  const wide = image.width * base * move.zoom;
  const high = image.height * base * move.zoom;
  const left = (width - wide) / 2;
  const top = (height - high) / 2 - (fills ? move.y * 0.8 : move.y * 0.3);
  if (!fills) drawCard(context, left - move.x * 0.4, top, wide, high);
  for (let strip = 0; strip < STRIPS; strip++) {
    const from = Math.round(top + (high * strip) / STRIPS);
    const until = Math.round(top + (high * (strip + 1)) / STRIPS);
    const near = strip / (STRIPS - 1);
    const shift = fills ? -move.x * (1 - NEARNESS + NEARNESS * 2 * near) : -move.x * 0.4;
    const rows = image.height / STRIPS;
    context.drawImage(image, 0, strip * rows, image.width, rows, left + shift, from, wide, until - from);
  }
}

/** White paper with a shadow behind a picture that does not fill the stage. */
function drawCard(context: Parameters<Scene['draw']>[0], x: number, y: number, width: number, height: number): void {
  const edge = Math.min(width, height) * 0.02;
  context.save();
  context.shadowColor = 'rgba(0, 0, 0, 0.4)';
  context.shadowBlur = edge * 2;
  context.shadowOffsetY = edge * 0.6;
  context.fillStyle = '#fdfaf2';
  context.fillRect(x - edge, y - edge, width + edge * 2, height + edge * 2);
  context.restore();
}

async function readPicture(path: string, width: number, height: number): Promise<Picture> {
  try {
    const source = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
    const shown = source.clone().flatten({ background: '#f4efe4' }).ensureAlpha();
    const inside = shown.clone().resize({
      width: Math.round(width * 1.4),
      height: Math.round(height * 1.4),
      fit: 'outside',
      withoutEnlargement: true,
    });
    const image = await toCanvas(inside);
    const blurred = shown
      .resize({ width: Math.round(width / 4), height: Math.round(height / 4), fit: 'cover' })
      .blur(9)
      .modulate({ brightness: 0.82 });
    const ground = await toCanvas(blurred);
    const difference = image.width / image.height / (width / height);
    return { image, ground, fills: Math.max(difference, 1 / difference) < CROP_LIMIT };
  } catch (cause) {
    throw new TaskError(
      'invalid-picture',
      `The picture cannot be read: ${cause instanceof Error ? cause.message : cause}`,
    );
  }
}

async function toCanvas(picture: Sharp): Promise<Canvas> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const canvas = createCanvas(info.width, info.height);
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(data), info.width, info.height), 0, 0);
  return canvas;
}
