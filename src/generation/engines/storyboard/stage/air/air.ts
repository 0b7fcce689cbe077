import type { SKRSContext2D } from '@napi-rs/canvas';
import type { StageSet } from '../stage-set.ts';

/** Something that moves in the air of a stage: drawn at each moment over the puppets, or behind them. */
export interface Air {
  place: 'behind' | 'front';
  draw(context: SKRSContext2D, seconds: number): void;
}

/** Makes the air of a scene; null where its kind has nothing to show. */
export type CreateAir = (set: StageSet) => Air | Promise<Air>;

/** Where something is that goes round and round: from 0 up to `around`. */
export function wrap(value: number, around: number): number {
  return ((value % around) + around) % around;
}
