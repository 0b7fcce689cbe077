import { SAMPLE_RATE } from '../../../../media/frame-encoder.ts';
import type { Mood } from '../../../prompt-words/stage-reading.ts';
import type { Random } from '../random.ts';
import { tone, type Voice } from './voices.ts';

/** Steps of a scale in half tones above the root, the root in hertz, and notes a second. */
const BEDS: Record<Mood, { scale: readonly number[]; root: number; pace: number; loudness: number }> = {
  calm: { scale: [0, 2, 4, 7, 9, 12, 14], root: 261.6, pace: 1.5, loudness: 0.055 },
  happy: { scale: [0, 4, 7, 9, 12, 16, 19], root: 293.7, pace: 3, loudness: 0.06 },
  sad: { scale: [0, 3, 5, 7, 10, 12, 15], root: 220, pace: 1.1, loudness: 0.055 },
  spooky: { scale: [0, 1, 3, 6, 7, 12, 13], root: 196, pace: 1.2, loudness: 0.05 },
  tense: { scale: [0, 0, 3, 0, 5, 3, 7], root: 164.8, pace: 4, loudness: 0.05 },
  grand: { scale: [0, 7, 12, 4, 7, 16, 19], root: 196, pace: 2, loudness: 0.065 },
};

/** A music box in the mood of the scene. `shared` gives both ears the same tune. */
export function musicBed(mood: Mood, shared: () => Random): Voice {
  const { scale, root, pace, loudness } = BEDS[mood];
  return (channel) => {
    const random = shared();
    const count = Math.floor((channel.length / SAMPLE_RATE) * pace);
    let step = 2;
    for (let note = 0; note < count; note++) {
      step = Math.min(scale.length - 1, Math.max(0, step + Math.floor(random() * 5) - 2));
      if (random() < 0.22) continue;
      const pitch = root * 2 ** ((scale[step] ?? 0) / 12);
      const start = Math.floor((note / pace) * SAMPLE_RATE);
      const level = loudness * (note % 4 === 0 ? 1 : 0.7);
      tone(channel, { start, seconds: 1.8, pitch, glide: 1, loudness: level });
      tone(channel, { start, seconds: 0.7, pitch: pitch * 2, glide: 1, loudness: level * 0.35 });
      tone(channel, { start, seconds: 0.25, pitch: pitch * 5.4, glide: 1, loudness: level * 0.12 });
    }
  };
}
