import { SAMPLE_RATE, type SoundTrack } from '../../../../media/frame-encoder.ts';
import type { StageReading } from '../read-prompt/stage-reading.ts';

export function composeSound(_reading: StageReading, seconds: number, _seed: number): SoundTrack {
  const samples = Math.round(seconds * SAMPLE_RATE);
  return { left: new Float32Array(samples), right: new Float32Array(samples) };
}
