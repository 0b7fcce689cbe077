import type { SKRSContext2D } from '@napi-rs/canvas';

/** What stands on the stage: drawn at any moment, in seconds from the beginning. Its origin is the stage's upper left corner. */
export interface Scene {
  draw(context: SKRSContext2D, seconds: number): void;
}
