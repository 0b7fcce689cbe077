import { SAMPLE_RATE, type SoundTrack } from '../../../../media/frame-encoder.ts';
import type { Effect, Setting, StageReading, Weather } from '../../../prompt-words/stage-reading.ts';
import { createRandom, type Random, seedOf } from '../random.ts';
import { musicBed } from './music-bed.ts';
import { crackle, crickets, drone, noise, pings, type Voice } from './voices.ts';

/** Loudest sample of a clip, how much a quiet one is raised to it, and how long it takes to come and go, in seconds. */
const PEAK = 0.4;
const MOST_GAIN = 3;
const FADE_IN = 0.35;
const FADE_OUT = 0.7;

const ROOM_TONE = noise({ loudness: 0.012, above: 40, below: 400 });
const BREEZE = noise({ loudness: 0.022, above: 180, below: 900, swell: { perSecond: 0.12, depth: 0.7 } });
const WIND = noise({ loudness: 0.06, above: 160, below: 700, swell: { perSecond: 0.21, depth: 0.75 } });
const WAVES = noise({ loudness: 0.075, above: 120, below: 1600, swell: { perSecond: 0.16, depth: 0.9 } });
const STREAM = noise({ loudness: 0.03, above: 500, below: 3200 });
const TRAFFIC = noise({ loudness: 0.045, above: 40, below: 260, swell: { perSecond: 0.09, depth: 0.5 } });
const CROWD = noise({ loudness: 0.05, above: 350, below: 1500, swell: { perSecond: 0.25, depth: 0.45 } });
const RUMBLE = noise({ loudness: 0.09, above: 25, below: 110, swell: { perSecond: 0.13, depth: 0.6 } });
const BIRDS = pings({ loudness: 0.035, perSecond: 1.6, from: 2300, to: 4200, glide: 1.25, seconds: 0.16 });
const BUBBLES = pings({ loudness: 0.05, perSecond: 5, from: 300, to: 900, glide: 1.8, seconds: 0.09 });
const DROPS = pings({ loudness: 0.025, perSecond: 24, from: 1200, to: 3600, glide: 0.8, seconds: 0.03 });
const CRICKETS = crickets(0.016);

const BY_SETTING: Record<Setting, { day: readonly Voice[]; night: readonly Voice[] }> = {
  meadow: { day: [BREEZE, BIRDS], night: [BREEZE, CRICKETS] },
  forest: { day: [BREEZE, BIRDS], night: [BREEZE, CRICKETS] },
  village: { day: [BREEZE, BIRDS], night: [BREEZE, CRICKETS] },
  city: { day: [TRAFFIC], night: [TRAFFIC] },
  street: { day: [TRAFFIC], night: [TRAFFIC] },
  sea: { day: [WAVES], night: [WAVES] },
  beach: { day: [WAVES, BREEZE], night: [WAVES, CRICKETS] },
  lake: { day: [STREAM, BIRDS], night: [STREAM, CRICKETS] },
  underwater: { day: [RUMBLE, BUBBLES], night: [RUMBLE, BUBBLES] },
  mountains: { day: [WIND], night: [WIND] },
  desert: { day: [WIND], night: [WIND] },
  snowfield: { day: [WIND], night: [WIND] },
  sky: { day: [WIND], night: [WIND] },
  space: { day: [drone([55, 82.4, 110.3], 0.1)], night: [drone([55, 82.4, 110.3], 0.1)] },
  room: { day: [ROOM_TONE], night: [ROOM_TONE] },
  field: { day: [CROWD], night: [CROWD] },
  volcano: { day: [RUMBLE, crackle(0.12, 26)], night: [RUMBLE, crackle(0.12, 26)] },
  stage: { day: [ROOM_TONE], night: [ROOM_TONE] },
};

const RAIN = noise({ loudness: 0.05, above: 900, below: 9000 });
const BY_WEATHER: Partial<Record<Weather, readonly Voice[]>> = {
  rain: [RAIN, DROPS],
  storm: [RAIN, DROPS, WIND, RUMBLE],
  wind: [WIND],
  snow: [BREEZE],
};

const BY_EFFECT: Partial<Record<Effect, readonly Voice[]>> = {
  fire: [crackle(0.16, 30)],
  fireworks: [crackle(0.12, 70), RUMBLE],
  bubbles: [BUBBLES],
  sparkles: [pings({ loudness: 0.03, perSecond: 3, from: 1800, to: 3600, glide: 1, seconds: 0.5 })],
};

/**
 * The sound of a scene, from its place, weather and mood, with a quiet music box. The same reading, length and seed
 * give the same samples. Never louder than −8 dB.
 */
export function composeSound(reading: StageReading, seconds: number, seed: number): SoundTrack {
  const { setting, time, weather, effects, mood } = reading;
  const base = seedOf('sound', seed, reading.caption);
  const place = BY_SETTING[setting][time === 'night' ? 'night' : 'day'];
  const wet = weather === 'rain' || weather === 'storm';
  const voices = [
    ...new Set([
      ...place.filter((voice) => !(wet && (voice === BIRDS || voice === CRICKETS))),
      ...(BY_WEATHER[weather] ?? []),
      ...effects.flatMap((effect) => BY_EFFECT[effect] ?? []),
    ]),
    musicBed(mood, () => createRandom(base)),
  ];
  const channel = (side: number): Float32Array => {
    const samples = new Float32Array(Math.round(seconds * SAMPLE_RATE));
    const random: Random = createRandom(seedOf(base, side));
    for (const voice of voices) voice(samples, random);
    return samples;
  };
  const track = { left: channel(1), right: channel(2) };
  master(track);
  return track;
}

/** Brings both channels to the peak, though silence stays quiet, and fades both ends. */
function master({ left, right }: SoundTrack): void {
  let loudest = 0;
  for (const channel of [left, right]) for (const sample of channel) loudest = Math.max(loudest, Math.abs(sample));
  const gain = Math.min(MOST_GAIN, PEAK / Math.max(loudest, 0.001));
  const length = left.length;
  const fadeIn = Math.min(FADE_IN * SAMPLE_RATE, length / 4);
  const fadeOut = Math.min(FADE_OUT * SAMPLE_RATE, length / 4);
  for (const channel of [left, right]) {
    for (let at = 0; at < length; at++) {
      channel[at] = (channel[at] ?? 0) * gain * Math.min(1, at / fadeIn, (length - at) / fadeOut);
    }
  }
}
