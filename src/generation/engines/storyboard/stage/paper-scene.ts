import type { SKRSContext2D } from '@napi-rs/canvas';
import type { StageReading } from '../../../prompt-words/stage-reading.ts';
import { createRandom, seedOf } from '../random.ts';
import { createAirs } from './air/create-airs.ts';
import { BACKDROPS } from './backdrops/index.ts';
import { type View, viewAt } from './camera.ts';
import { gradeCanvas } from './grade.ts';
import { lightOf } from './light.ts';
import { castRoles } from './puppets/cast.ts';
import { createPuppets } from './puppets/puppet.ts';
import type { Scene } from './scene.ts';
import type { Layer, StageSet } from './stage-set.ts';
import { trimLayers } from './trim-layers.ts';

/** How far layers reach beyond the frame, as a part of its longer side. */
const MARGIN = 0.15;

/** Builds the theatre for a reading: backdrop, puppets, weather. The same reading, size and seed give the same scene. */
export async function createPaperScene(
  reading: StageReading,
  size: { width: number; height: number; seconds: number; seed: number },
): Promise<Scene> {
  const { width, height, seconds: length } = size;
  const random = createRandom(seedOf(reading.caption, size.seed));
  const unit = Math.min(width, height * 1.12);
  const margin = Math.ceil(Math.max(width, height) * MARGIN);
  const set: StageSet = { width, height, unit, margin, light: lightOf(reading), random, reading };
  const backdrop = BACKDROPS[reading.setting](set);
  const layers = trimLayers(backdrop.layers, slackOf(reading) * height, unit * 0.06);
  for (const layer of layers) gradeCanvas(layer.image, reading.style);
  const puppets = await createPuppets(set, castRoles(set, backdrop));
  const airs = await createAirs(set);
  const pieces = [
    ...layers.map((layer) => ({ depth: layer.depth, draw: drawLayer(layer) })),
    ...puppets.map((puppet) => ({ depth: puppet.depth, draw: puppet.draw })),
    ...airs.filter(({ place }) => place === 'behind').map((air) => ({ depth: 0.6, draw: air.draw })),
  ].toSorted((one, other) => one.depth - other.depth);
  const front = airs.filter(({ place }) => place === 'front');

  return {
    draw(context, seconds) {
      const view = viewAt(reading.camera, seconds, length);
      const time = seconds * reading.camera.speed;
      for (const { depth, draw } of pieces) {
        context.save();
        lookAt(context, set, view, depth);
        draw(context, time);
        context.restore();
      }
      for (const air of front) air.draw(context, time);
    },
  };
}

/** Moves the origin to where the camera sees a depth: far layers follow it less and grow less. */
function lookAt(context: SKRSContext2D, { width, height }: StageSet, view: View, depth: number): void {
  // The sky is too far away to move, and quickest to draw where it stays.
  if (depth < 0.05) return;
  const scale = 1 + (view.zoom - 1) * (0.3 + 0.7 * depth);
  const x = -view.x * width * (depth - view.pivot);
  const y = -view.y * height * depth;
  if (scale === 1) {
    context.translate(Math.round(x), Math.round(y));
    return;
  }
  context.translate(width / 2, height / 2);
  context.scale(scale, scale);
  context.translate(x - width / 2, y - height / 2);
}

/** How far layers move against each other up and down, as a part of the height for each unit of depth. */
function slackOf({ camera }: StageReading): number {
  const tilts = camera.move.startsWith('tilt') || camera.shake;
  const zooms = camera.move.startsWith('zoom');
  return (tilts ? 0.1 : 0.01) + (zooms ? 0.1 : 0.03);
}

function drawLayer({ image, left, top, drift }: Layer) {
  return (context: SKRSContext2D, seconds: number) => {
    const shift = drift?.(seconds) ?? { x: 0, y: 0 };
    context.drawImage(image, Math.round(left + shift.x), Math.round(top + shift.y));
  };
}
