import type { Motion } from '../../../../prompt-words/stage-reading.ts';

/** How a puppet is held at a moment. Lengths are parts of its own size; angles in radians; x and y grow right and down. */
export interface Pose {
  x: number;
  y: number;
  angle: number;
  stretchX: number;
  stretchY: number;
}

/** Units a second that a motion carries a puppet along. */
export const TRAVEL: Partial<Record<Motion, number>> = {
  walk: 0.075,
  run: 0.24,
  fly: 0.13,
  swim: 0.1,
  sail: 0.06,
  drive: 0.16,
  roll: 0.16,
};

const STILL: Pose = { x: 0, y: 0, angle: 0, stretchX: 1, stretchY: 1 };
const TURN = Math.PI * 2;

/** The pose of a motion by itself, apart from where it carries the puppet. `phase` sets several apart, 0 to 1. */
export function poseOf(motion: Motion, seconds: number, phase: number): Pose {
  const wave = (perSecond: number, shift = 0) => Math.sin((seconds * perSecond + phase + shift) * TURN);
  switch (motion) {
    case 'walk':
      return { ...STILL, y: -Math.abs(wave(0.9)) * 0.05, angle: wave(0.9) * 0.05 };
    case 'run':
      return { ...STILL, y: -Math.abs(wave(1.5)) * 0.12, angle: wave(1.5, 0.1) * 0.08 };
    case 'jump':
      return jump(seconds, phase);
    case 'dance':
      return { ...STILL, x: wave(0.5) * 0.1, y: -Math.abs(wave(1)) * 0.09, angle: wave(0.5, 0.12) * 0.17 };
    case 'fly':
      return { ...STILL, y: wave(0.4) * 0.14, angle: wave(0.4, 0.25) * 0.07, stretchY: 1 + wave(1.6) * 0.035 };
    case 'swim':
      return { ...STILL, y: wave(0.35) * 0.12, angle: wave(0.35, 0.2) * 0.1, stretchX: 1 + wave(1.1) * 0.03 };
    case 'sail':
      return { ...STILL, y: wave(0.3) * 0.035, angle: wave(0.3, 0.2) * 0.06 };
    case 'float':
      return { ...STILL, x: wave(0.11) * 0.12, y: wave(0.17) * 0.16, angle: wave(0.14, 0.3) * 0.08 };
    case 'fall':
      return { ...STILL, x: wave(0.4) * 0.25, angle: wave(0.33) * 0.5 };
    case 'spin':
      return { ...STILL, stretchX: Math.cos((seconds * 0.5 + phase * 0.1) * TURN), y: wave(0.3) * 0.03 };
    case 'drive':
      return { ...STILL, y: -Math.abs(wave(2.2)) * 0.014, angle: wave(1.1) * 0.012 };
    case 'roll':
      return { ...STILL, angle: (seconds * 0.45 + phase) * TURN };
    case 'climb':
      return {
        ...STILL,
        x: wave(0.7) * 0.03,
        y: -0.28 - Math.sin(seconds * 0.25 * TURN * 0.5) * 0.28,
        angle: wave(0.7) * 0.05,
      };
    case 'shine':
      return { ...STILL, angle: wave(0.08) * 0.06, stretchX: 1 + wave(0.3) * 0.02, stretchY: 1 + wave(0.3) * 0.02 };
    case 'explode':
      return {
        ...STILL,
        x: wave(7) * 0.015,
        y: wave(9, 0.3) * 0.012,
        stretchX: 1 + wave(1.1) * 0.06,
        stretchY: 1 + wave(1.1) * 0.06,
      };
    case 'rest':
      return { ...STILL, stretchY: 1 + wave(0.22) * 0.008 };
    case 'sway':
      return { ...STILL, y: -Math.abs(wave(0.27)) * 0.012, angle: wave(0.27) * 0.045 };
  }
}

/** Crouch, leap, land. */
function jump(seconds: number, phase: number): Pose {
  const at = (seconds * 0.75 + phase) % 1;
  if (at < 0.2) {
    const crouch = Math.sin((at / 0.2) * Math.PI);
    return { ...STILL, stretchY: 1 - crouch * 0.1, stretchX: 1 + crouch * 0.06 };
  }
  const leap = (at - 0.2) / 0.8;
  return { ...STILL, y: -Math.sin(leap * Math.PI) * 0.62, angle: Math.sin(leap * TURN) * 0.1 };
}

/**
 * To and fro between two ends at a speed. `facing` is 1 to the right and −1 to the left and passes through 0 while the
 * paper is turned over, shortly before an end.
 */
export function travel(seconds: number, speed: number, span: number, start: number): { x: number; facing: number } {
  if (span <= 0) return { x: 0, facing: 1 };
  const way = seconds * speed + start * span * 2;
  const lap = ((way % (span * 2)) + span * 2) % (span * 2);
  const forth = lap < span;
  const x = forth ? lap : span * 2 - lap;
  const turning = Math.max(speed * 0.22, span * 0.001);
  const toEnd = forth ? span - lap : span * 2 - lap;
  const fromEnd = forth ? lap : lap - span;
  const openness = Math.min(1, Math.min(toEnd, fromEnd) / turning);
  return { x: x - span / 2, facing: (forth ? 1 : -1) * Math.max(0.04, openness) };
}
