import type { Effect } from '../../../../prompt-words/stage-reading.ts';
import { between } from '../../random.ts';
import type { StageSet } from '../stage-set.ts';
import { type Air, wrap } from './air.ts';

const COLOURS: Partial<Record<Effect, readonly string[]>> = {
  leaves: ['#d9772f', '#e0a33a', '#b9482f', '#c98a2f'],
  petals: ['#f9c6d4', '#f5a9bf', '#fde3ea'],
  confetti: ['#e2574c', '#f7c948', '#4aa3d9', '#7ac17a', '#b57edc'],
};

/** Leaves, petals or confetti that tumble down. */
export function createScraps(set: StageSet, kind: 'leaves' | 'petals' | 'confetti'): Air {
  const { width, height, unit, random } = set;
  const colours = COLOURS[kind] ?? ['#ffffff'];
  const scraps = Array.from({ length: 42 }, (_, index) => ({
    x: random(),
    y: random(),
    size: unit * between(random, 0.008, 0.015) * (kind === 'leaves' ? 1.5 : 1),
    turn: between(random, 0.6, 2.2),
    phase: random() * 7,
    colour: colours[index % colours.length] ?? '#ffffff',
  }));
  const reach = height * 1.12;
  return {
    place: 'front',
    draw(context, seconds) {
      for (const { x, y, size, turn, phase, colour } of scraps) {
        const top = wrap(y * reach + seconds * unit * (0.06 + turn * 0.03), reach) - height * 0.06;
        const left = wrap(
          x * width + Math.sin(seconds * turn * 0.8 + phase) * unit * 0.06 + seconds * unit * 0.02,
          width,
        );
        const angle = seconds * turn + phase;
        const flat = Math.max(0.15, Math.abs(Math.cos(angle * 1.3)));
        context.fillStyle = colour;
        context.beginPath();
        if (kind === 'confetti') context.rect(left, top, size * 1.4, size * flat);
        else context.ellipse(left, top, size, size * 0.55 * flat, angle, 0, Math.PI * 2);
        context.fill();
      }
    },
  };
}
