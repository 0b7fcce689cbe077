import { SAMPLE_RATE } from '../../../../media/frame-encoder.ts';
import { between, type Random } from '../random.ts';

/** One source of sound, added to a channel. `random` is the channel's own, so that left and right differ. */
export type Voice = (channel: Float32Array, random: Random) => void;

const TURN = Math.PI * 2;

interface NoiseOptions {
  loudness: number;
  /** What is left of the noise, in hertz. */
  above: number;
  below: number;
  /** How it swells and ebbs: how often a second, and how much of it, 0 to 1. */
  swell?: { perSecond: number; depth: number; phase?: number };
}

/** Noise between two frequencies: rain, wind, waves, a city far away. */
export function noise({ loudness, above, below, swell }: NoiseOptions): Voice {
  return (channel, random) => {
    const low = smoothing(below);
    const high = smoothing(above);
    let [first, second, rumble] = [0, 0, 0];
    const phase = swell?.phase ?? random() * 0.4;
    // A narrow band keeps less of the noise: made up for, so that loudness means the same for all.
    const gain = loudness * Math.min(14, 1.6 * Math.sqrt(SAMPLE_RATE / 2 / Math.max(60, below - above)));
    for (let at = 0; at < channel.length; at++) {
      const white = random() * 2 - 1;
      first += low * (white - first);
      second += low * (first - second);
      rumble += high * (second - rumble);
      const level = swell
        ? 1 - swell.depth * (0.5 + 0.5 * Math.cos(((at / SAMPLE_RATE) * swell.perSecond + phase) * TURN))
        : 1;
      channel[at] = (channel[at] ?? 0) + (second - rumble) * gain * level;
    }
  };
}

interface PingOptions {
  loudness: number;
  /** On average, over the whole clip. */
  perSecond: number;
  /** Range of the pitch in hertz, and what it is multiplied by towards the end of each. */
  from: number;
  to: number;
  glide: number;
  seconds: number;
}

/** Short tones at random moments: drops, bubbles, birds. */
export function pings({ loudness, perSecond, from, to, glide, seconds }: PingOptions): Voice {
  return (channel, random) => {
    const count = Math.round((channel.length / SAMPLE_RATE) * perSecond);
    for (let ping = 0; ping < count; ping++) {
      const start = Math.floor(random() * channel.length);
      tone(channel, {
        start,
        seconds: seconds * between(random, 0.6, 1.4),
        pitch: between(random, from, to),
        glide,
        loudness: loudness * between(random, 0.3, 1),
      });
    }
  };
}

/** Clicks of many strengths: a fire, needles in a groove. */
export function crackle(loudness: number, perSecond: number): Voice {
  return (channel, random) => {
    const count = Math.round((channel.length / SAMPLE_RATE) * perSecond);
    for (let click = 0; click < count; click++) {
      const start = Math.floor(random() * channel.length);
      const strength = loudness * random() ** 3;
      const length = Math.floor(between(random, 0.001, 0.006) * SAMPLE_RATE);
      for (let at = 0; at < length && start + at < channel.length; at++) {
        channel[start + at] = (channel[start + at] ?? 0) + (random() * 2 - 1) * strength * (1 - at / length);
      }
    }
  };
}

/** Crickets: quick trains of pulses on one high tone. */
export function crickets(loudness: number): Voice {
  return (channel, random) => {
    for (const pitch of [3900, 4350]) {
      const shift = random();
      const pulse = between(random, 26, 32);
      for (let at = 0; at < channel.length; at++) {
        const seconds = at / SAMPLE_RATE;
        const train = Math.max(0, Math.sin((seconds * 0.9 + shift) * TURN) - 0.1);
        const beat = Math.max(0, Math.sin(seconds * pulse * TURN));
        channel[at] = (channel[at] ?? 0) + Math.sin(seconds * pitch * TURN) * train * beat * loudness;
      }
    }
  };
}

/** A held chord that breathes. Pitches in hertz. */
export function drone(pitches: readonly number[], loudness: number): Voice {
  return (channel, random) => {
    for (const pitch of pitches) {
      const shift = random();
      const pace = between(random, 0.05, 0.11);
      for (let at = 0; at < channel.length; at++) {
        const seconds = at / SAMPLE_RATE;
        const level = 0.55 + 0.45 * Math.sin((seconds * pace + shift) * TURN);
        channel[at] = (channel[at] ?? 0) + Math.sin(seconds * pitch * TURN) * level * (loudness / pitches.length);
      }
    }
  };
}

interface ToneOptions {
  start: number;
  seconds: number;
  pitch: number;
  glide: number;
  loudness: number;
}

/** One tone that dies away. */
export function tone(channel: Float32Array, { start, seconds, pitch, glide, loudness }: ToneOptions): void {
  const length = Math.floor(seconds * SAMPLE_RATE);
  let phase = 0;
  for (let at = 0; at < length && start + at < channel.length; at++) {
    const part = at / length;
    phase += (pitch * (1 + (glide - 1) * part)) / SAMPLE_RATE;
    const level = Math.min(1, part * 24) * (1 - part) ** 2;
    channel[start + at] = (channel[start + at] ?? 0) + Math.sin(phase * TURN) * level * loudness;
  }
}

/** Coefficient of a one-pole low-pass filter for a frequency in hertz. */
function smoothing(frequency: number): number {
  return 1 - Math.exp((-TURN * frequency) / SAMPLE_RATE);
}
