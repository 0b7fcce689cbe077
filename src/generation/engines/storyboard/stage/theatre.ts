import { createCanvas } from '@napi-rs/canvas';
import { SAMPLE_RATE, type SoundTrack } from '../../../../media/frame-encoder.ts';
import type { ShotOrder } from '../../../../requests/index.ts';
import { frameSize } from '../../../frame-size.ts';

export interface Theatre {
  /** The pixels of one frame, RGBA; valid until the next call. */
  drawFrame(frame: number): Uint8Array;
  playSound(): SoundTrack;
}

export async function createTheatre(order: ShotOrder, _picturePath: string | null): Promise<Theatre> {
  const { width, height } = frameSize(order.aspect, order.resolution);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const samples = Math.round(order.seconds * SAMPLE_RATE);
  return {
    drawFrame(frame) {
      context.fillStyle = '#f3e4c8';
      context.fillRect(0, 0, width, height);
      context.fillStyle = `hsl(${order.seed % 360}, 50%, 50%)`;
      context.fillRect(((frame * 4) % width) - 50, height / 2, 100, 100);
      return canvas.data();
    },
    playSound: () => ({ left: new Float32Array(samples), right: new Float32Array(samples) }),
  };
}
