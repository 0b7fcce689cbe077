import { SAMPLE_RATE } from '../video/encode-audio.ts';
import { type Pcm, silence } from '../video/pcm.ts';

/** A spoken piece in its place; in samples from the start. */
export interface PlacedSpeech {
  start: number;
  pcm: Pcm;
}

/** How much quieter the rest is under speech, and how long it takes to go down and come up again, in seconds. */
const DUCKED = 10 ** (-12 / 20);
const DUCKING = 0.18;

/** In seconds. Speech has its own beginning and end. */
const FADE_IN = 0.25;
const FADE_OUT = 0.6;

/** Lays speech over a ground, which gives way while somebody speaks, and lets the ground come and go softly. */
export function mixSound(samples: number, grounds: readonly Pcm[], speech: readonly PlacedSpeech[]): Pcm {
  const mixed = silence(samples);
  for (const [index, level] of groundLevels(samples, speech).entries()) {
    for (const ground of grounds) {
      mixed.left[index] = (mixed.left[index] ?? 0) + (ground.left[index] ?? 0) * level;
      mixed.right[index] = (mixed.right[index] ?? 0) + (ground.right[index] ?? 0) * level;
    }
  }
  for (const { start, pcm } of speech) {
    for (let at = 0; at < pcm.left.length && start + at < samples; at += 1) {
      mixed.left[start + at] = (mixed.left[start + at] ?? 0) + (pcm.left[at] ?? 0);
      mixed.right[start + at] = (mixed.right[start + at] ?? 0) + (pcm.right[at] ?? 0);
    }
  }
  return mixed;
}

/** For each sample how much of the ground is heard, 0 to 1. */
function groundLevels(samples: number, speech: readonly PlacedSpeech[]): Float32Array {
  const levels = new Float32Array(samples).fill(1);
  const ramp = DUCKING * SAMPLE_RATE;
  for (const { start, pcm } of speech) {
    const end = start + pcm.left.length;
    for (let at = Math.max(0, Math.floor(start - ramp)); at < Math.min(samples, end + ramp); at += 1) {
      const away = Math.max(0, start - at, at - end) / ramp;
      levels[at] = Math.min(levels[at] ?? 1, DUCKED + (1 - DUCKED) * Math.min(1, away));
    }
  }
  const fadeIn = Math.min(FADE_IN * SAMPLE_RATE, samples / 4);
  const fadeOut = Math.min(FADE_OUT * SAMPLE_RATE, samples / 4);
  for (let at = 0; at < samples; at += 1) {
    levels[at] = (levels[at] ?? 0) * Math.min(1, at / fadeIn, (samples - at) / fadeOut);
  }
  return levels;
}

/** Makes two channels of the same loudness as a root mean square, so that what is mixed is mixed as it is meant. */
export function leveled(pcm: Pcm, loudness: number): Pcm {
  let sum = 0;
  for (const channel of [pcm.left, pcm.right]) for (const sample of channel) sum += sample * sample;
  const now = Math.sqrt(sum / Math.max(1, 2 * pcm.left.length));
  const gain = now > 0 ? loudness / now : 0;
  return { left: pcm.left.map((sample) => sample * gain), right: pcm.right.map((sample) => sample * gain) };
}
