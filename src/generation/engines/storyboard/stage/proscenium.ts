import { type Canvas, createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { pick, type Random } from '../random.ts';
import { css, mix, type Rgb, rgb } from './colour.ts';
import { addGrain, cut } from './paper.ts';

const CLOTHS: [string, ...string[]] = ['#a83a3f', '#8a3f5e', '#2f6b6b', '#3f568f', '#96602f', '#5d4a86'];

/** How long the curtain takes to open, in seconds, and how much of the stage it hides at first on each side. */
const OPENING_SECONDS = 1.1;
const HIDDEN_AT_FIRST = 0.17;
const HIDDEN_AFTER = 0.016;

/** The front of the theatre: a valance above, curtains that open, a shade towards the edges. */
export interface Proscenium {
  draw(context: SKRSContext2D, seconds: number): void;
}

export function createProscenium(stage: { width: number; height: number; unit: number; random: Random }): Proscenium {
  const { width, height, unit, random } = stage;
  const cloth = rgb(pick(random, CLOTHS));
  const valance = drawValance(width, unit, cloth);
  const curtain = drawCurtain(height, unit, cloth);
  const shade = drawShade(width, height);
  return {
    draw(context, seconds) {
      const opened = Math.min(1, seconds / OPENING_SECONDS);
      const eased = 1 - (1 - opened) ** 3;
      const shown = width * (HIDDEN_AT_FIRST + (HIDDEN_AFTER - HIDDEN_AT_FIRST) * eased);
      const side = () => {
        context.drawImage(shade, 0, 0);
        context.drawImage(curtain, Math.round(shown - curtain.width), 0);
      };
      side();
      context.save();
      context.translate(width, 0);
      context.scale(-1, 1);
      side();
      context.restore();
      context.drawImage(valance, 0, 0);
    },
  };
}

function drawValance(width: number, unit: number, cloth: Rgb): Canvas {
  const drop = unit * 0.028;
  const image = createCanvas(width, Math.ceil(drop * 2.4));
  const context = image.getContext('2d');
  const count = Math.max(5, Math.round(width / (unit * 0.085)));
  const step = width / count;
  for (let scallop = count - 1; scallop >= 0; scallop--) {
    const path = new Path2D();
    const left = scallop * step;
    path.moveTo(left, -4);
    path.lineTo(left, drop * 0.7);
    path.quadraticCurveTo(left + step / 2, drop * 2.1, left + step, drop * 0.7);
    path.lineTo(left + step, -4);
    path.closePath();
    cut(context, path, mix(cloth, scallop % 2 ? [255, 255, 255] : [20, 10, 30], 0.07), { lift: unit * 0.006 });
    context.strokeStyle = css(rgb('#e8c877'), 0.9);
    context.lineWidth = Math.max(1, unit * 0.003);
    context.beginPath();
    context.moveTo(left, drop * 0.7);
    context.quadraticCurveTo(left + step / 2, drop * 2.1, left + step, drop * 0.7);
    context.stroke();
  }
  addGrain(context, 0.9);
  return image;
}

/** The left curtain; its right edge is the one that shows. */
function drawCurtain(height: number, unit: number, cloth: Rgb): Canvas {
  const fold = unit * 0.036;
  const folds = 10;
  const image = createCanvas(Math.ceil(fold * folds + unit * 0.02), height);
  const context = image.getContext('2d');
  for (let index = 0; index < folds; index++) {
    const path = new Path2D();
    const left = index * fold;
    path.moveTo(left, -6);
    path.lineTo(left + fold * 1.15, -6);
    path.quadraticCurveTo(left + fold * 1.3, height * 0.5, left + fold * 1.08, height + 6);
    path.lineTo(left, height + 6);
    path.closePath();
    cut(context, path, mix(cloth, index % 2 ? [255, 235, 220] : [25, 10, 25], 0.1), { lift: unit * 0.006 });
  }
  addGrain(context, 0.9);
  return image;
}

/** A soft dark towards a side: the left one; only as wide as it is seen, since every pixel costs. */
function drawShade(width: number, height: number): Canvas {
  const image = createCanvas(Math.ceil(width * 0.13), height);
  const context = image.getContext('2d');
  const gradient = context.createLinearGradient(0, 0, image.width, 0);
  gradient.addColorStop(0, 'rgba(20, 10, 30, 0.32)');
  gradient.addColorStop(1, 'rgba(20, 10, 30, 0)');
  context.fillStyle = gradient;
  context.fillRect(0, 0, image.width, height);
  return image;
}
