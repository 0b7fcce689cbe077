import type { Pcm } from './pcm.ts';

/** The sound of a shot, and the sample of the clip at which it begins. It may begin before the one before it ends. */
export interface SoundPart {
  at: number;
  pcm: Pcm;
}

/** How long one sound goes over into the next at a cut: 0.1 s at 48 kHz. */
const SEAM_SAMPLES = 4800;

/** A track is often a little shorter than its picture; more than a quarter of a second of nothing is silence that is meant. */
const MOST_MISSING = 12_000;

/**
 * Lays sounds one after another so that no seam is heard: where two do not overlap, the first goes on for a moment, as
 * its own end heard backwards, and fades while the next comes up. So there is neither a jump nor a gap. A single sound is
 * left as it is.
 */
export function joinSound(parts: readonly SoundPart[]): Pcm {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.pcm;
  const samples = Math.max(0, ...parts.map(({ at, pcm }) => at + pcm.left.length));
  const joined = { left: new Float32Array(samples), right: new Float32Array(samples) };
  for (const [place, part] of parts.entries()) {
    const from = fadeIn(parts[place - 1], part);
    const to = fadeOut(part, parts[place + 1]);
    for (const side of ['left', 'right'] as const) lay(joined[side], part.pcm[side], { at: part.at, from, to });
  }
  return joined;
}

interface Fade {
  /** Samples from the beginning of the sound. */
  begin: number;
  samples: number;
}

function fadeIn(before: SoundPart | undefined, { at, pcm }: SoundPart): Fade {
  if (before === undefined) return { begin: 0, samples: 0 };
  const overlap = before.at + before.pcm.left.length - at;
  return { begin: 0, samples: overlap > 0 ? overlap : Math.min(SEAM_SAMPLES, pcm.left.length) };
}

function fadeOut(part: SoundPart, next: SoundPart | undefined): Fade {
  const { length } = part.pcm.left;
  const end = heardUntil(part.pcm);
  if (next === undefined) return { begin: length, samples: 0 };
  const overlap = part.at + length - next.at;
  if (overlap > 0) return { begin: length - overlap, samples: overlap };
  return { begin: end, samples: length - end + Math.min(SEAM_SAMPLES, next.pcm.left.length) };
}

/** Where a sound ends that is a little shorter than its picture. */
function heardUntil({ left, right }: Pcm): number {
  let end = left.length;
  while (end > 0 && left.length - end <= MOST_MISSING && left[end - 1] === 0 && right[end - 1] === 0) end -= 1;
  return left.length - end > MOST_MISSING ? left.length : end;
}

/** Adds a sound, fading in and out with equal power; past its end it is heard backwards. */
function lay(to: Float32Array, sound: Float32Array, { at, from, to: out }: { at: number; from: Fade; to: Fade }): void {
  const end = Math.min(to.length - at, Math.max(sound.length, out.begin + out.samples));
  const turn = out.samples > 0 && out.begin + out.samples > sound.length ? out.begin : sound.length;
  for (let index = 0; index < end; index += 1) {
    const place = index < turn ? index : 2 * turn - 1 - index;
    const sample = sound[place] ?? 0;
    to[at + index] = (to[at + index] ?? 0) + sample * share(index, from) * rest(index, out);
  }
}

const QUARTER_TURN = Math.PI / 2;

function share(index: number, { samples }: Fade): number {
  return index >= samples ? 1 : Math.sin(((index + 0.5) / samples) * QUARTER_TURN);
}

function rest(index: number, { begin, samples }: Fade): number {
  if (index < begin) return 1;
  return index >= begin + samples ? Number(samples === 0) : Math.cos(((index - begin + 0.5) / samples) * QUARTER_TURN);
}
