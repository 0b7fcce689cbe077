import { type RgbFrame, toSharp } from '../stills/poster.ts';

/** The picture is looked at this small, and of its waves these many are kept each way, the longest first. */
const SIDE = 64;
const WAVES = 16;

/** Standard deviation of the brightness below which a picture shows next to nothing, and would be like every other. */
const PLAIN = 6;

/** `cos((2x + 1) · u · π / 128)` for the waves 1 to 16. */
const COSINES = Array.from({ length: WAVES }, (_, wave) =>
  Float64Array.from({ length: SIDE }, (_, at) => Math.cos(((2 * at + 1) * (wave + 1) * Math.PI) / (2 * SIDE))),
);

/**
 * What a picture looks like in 256 bits, as 64 hex letters: each tells whether one of its long waves (a discrete cosine
 * transform, as in Facebook's PDQ of 2019) is stronger than half of them. Two of the same picture differ in a few bits
 * however it was scaled or encoded, two of different ones in about half. Null for a plain one. Fixed for ever: kept.
 */
export async function hashFrame(frame: RgbFrame): Promise<string | null> {
  const { data } = await toSharp(frame)
    .greyscale()
    .resize(SIDE, SIDE, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (deviation(data) < PLAIN) return null;
  const waves = wavesOf(data);
  const middle = Float64Array.from(waves).sort()[waves.length / 2] ?? 0;
  let hash = '';
  for (let place = 0; place < waves.length; place += 4) {
    let digit = 0;
    for (const wave of waves.subarray(place, place + 4)) digit = digit * 2 + (wave >= middle ? 1 : 0);
    hash += digit.toString(16);
  }
  return hash;
}

function deviation(grey: Uint8Array): number {
  let [sum, squares] = [0, 0];
  for (const value of grey) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / grey.length;
  return Math.sqrt(Math.max(0, squares / grey.length - mean * mean));
}

function wavesOf(grey: Uint8Array): Float64Array {
  const across = new Float64Array(SIDE * WAVES);
  for (let row = 0; row < SIDE; row += 1) {
    for (let wave = 0; wave < WAVES; wave += 1) {
      let sum = 0;
      for (let at = 0; at < SIDE; at += 1) sum += (grey[row * SIDE + at] ?? 0) * (COSINES[wave]?.[at] ?? 0);
      across[row * WAVES + wave] = sum;
    }
  }
  const waves = new Float64Array(WAVES * WAVES);
  for (let down = 0; down < WAVES; down += 1) {
    for (let wave = 0; wave < WAVES; wave += 1) {
      let sum = 0;
      for (let row = 0; row < SIDE; row += 1) sum += (across[row * WAVES + wave] ?? 0) * (COSINES[down]?.[row] ?? 0);
      waves[down * WAVES + wave] = sum;
    }
  }
  return waves;
}
