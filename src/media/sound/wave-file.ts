/** WAVE_FORMAT_IEEE_FLOAT. */
const FLOAT = 3;
const HEADER_BYTES = 44;
const FRAME_BYTES = 8;

/** Two channels as a WAV of 32-bit floats (RIFF, Microsoft's multimedia registry). */
export function waveFile({ left, right }: { left: Float32Array; right: Float32Array }, sampleRate: number): Buffer {
  const data = left.length * FRAME_BYTES;
  const file = Buffer.alloc(HEADER_BYTES + data);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(HEADER_BYTES - 8 + data, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(FLOAT, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * FRAME_BYTES, 28);
  file.writeUInt16LE(FRAME_BYTES, 32);
  file.writeUInt16LE(32, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(data, 40);
  for (let at = 0; at < left.length; at += 1) {
    file.writeFloatLE(left[at] ?? 0, HEADER_BYTES + at * FRAME_BYTES);
    file.writeFloatLE(right[at] ?? 0, HEADER_BYTES + at * FRAME_BYTES + 4);
  }
  return file;
}
