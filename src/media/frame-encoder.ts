import {
  AV_LOG_QUIET,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  AVFMT_FLAG_BITEXACT,
  type CodecContext,
  Dictionary,
  FormatContext,
  type Frame,
  Log,
  Packet,
  SoftwareScaleContext,
  type Stream,
} from 'node-av';
import { expectSuccess, expectWholeFile } from './frame-encoder-checks.ts';
import {
  createDrawnFrame,
  createEncodedFrame,
  createSoundFrame,
  openAudioEncoder,
  openVideoEncoder,
  SAMPLE_RATE,
} from './frame-encoder-streams.ts';

export { SAMPLE_RATE };

/** Two channels of samples between −1 and 1, 48,000 a second. */
export interface SoundTrack {
  left: Float32Array;
  right: Float32Array;
}

export interface FrameEncoderOptions {
  /** Where the MP4 is written; the file counts only once `finish` has resolved. */
  path: string;
  /** In pixels, even. */
  width: number;
  height: number;
  framesPerSecond: number;
  /** Cut or filled with silence to the length of the frames; null makes a file without a sound track. */
  sound: SoundTrack | null;
}

export interface FrameEncoder {
  /**
   * Takes one frame: `width × height × 4` bytes, RGBA, opaque. The bytes are copied, so the buffer is free again when
   * the promise resolves, while the frame itself is encoded beside the drawing of the next.
   */
  write(pixels: Uint8Array): Promise<void>;
  /** Writes what is left, checks the file and syncs it to the disk. */
  finish(): Promise<{ frames: number; bytes: number }>;
  /** Lets go of everything; the file is no use. */
  abandon(): Promise<void>;
}

/**
 * Encodes drawn frames in this process with FFmpeg's libraries: MP4 with H.264 High and AAC-LC, `moov` first, the same
 * bytes for the same frames. Meant for a process of its own (`runContained`). Rejects with a `TaskError` of code
 * `disk-full` or `encoder`.
 */
export async function createFrameEncoder(options: FrameEncoderOptions): Promise<FrameEncoder> {
  Log.setLevel(AV_LOG_QUIET);
  const { width, height, framesPerSecond } = options;
  const output = new FormatContext();
  expectSuccess(output.allocOutputContext2(null, 'mp4', options.path), 'preparing the file');
  output.setFlags(AVFMT_FLAG_BITEXACT);
  const video = await openTrack(output, await openVideoEncoder(width, height, framesPerSecond));
  const audio = options.sound ? await openTrack(output, await openAudioEncoder()) : null;
  expectSuccess(await output.openOutput(), 'opening the file');
  const header = Dictionary.fromObject({ movflags: '+faststart', brand: 'mp42' });
  expectSuccess(await output.writeHeader(header), 'writing the header');

  const scaler = new SoftwareScaleContext();
  scaler.allocContext();
  const drawn = createDrawnFrame(width, height);
  const encoded = createEncodedFrame(width, height);
  const stride = drawn.linesize[0] ?? width * 4;
  const target = drawn.data?.[0];
  if (!target) throw new Error('The frame has no memory');

  let frames = 0;
  let samples = 0;
  let open = true;
  let pending: Promise<void> = Promise.resolve();

  async function encodeFrame(): Promise<void> {
    expectSuccess(encoded.makeWritable(), 'reusing a frame');
    expectSuccess(await scaler.scaleFrame(encoded, drawn), 'converting colours');
    encoded.pts = BigInt(frames);
    frames += 1;
    await encode(output, video, encoded);
    await encodeSound(Math.round((frames * SAMPLE_RATE) / framesPerSecond), false);
  }

  /** Keeps the sound level with the frames, in the encoder's own block size; the last block may be shorter. */
  async function encodeSound(until: number, last: boolean): Promise<void> {
    if (!audio || !options.sound) return;
    const block = audio.encoder.frameSize || 1024;
    while (samples + block <= until || (last && samples < until)) {
      const count = Math.min(block, until - samples);
      const frame = createSoundFrame(count);
      fill(frame, 0, options.sound.left, samples, count);
      fill(frame, 1, options.sound.right, samples, count);
      frame.pts = BigInt(samples);
      samples += count;
      await encode(output, audio, frame);
      frame.free();
    }
  }

  async function release(): Promise<void> {
    if (!open) return;
    open = false;
    await pending.catch(() => undefined);
    await output.closeOutput().catch(() => undefined);
    video.encoder.freeContext();
    audio?.encoder.freeContext();
    drawn.free();
    encoded.free();
    scaler.freeContext();
    output.freeContext();
  }

  return {
    async write(pixels) {
      await pending;
      copyRows(pixels, target, width * 4, stride, height);
      pending = encodeFrame();
      pending.catch(() => undefined);
    },
    async finish() {
      await pending;
      await encodeSound(Math.round((frames * SAMPLE_RATE) / framesPerSecond), true);
      await encode(output, video, null);
      if (audio) await encode(output, audio, null);
      expectSuccess(await output.writeTrailer(), 'writing the index');
      await release();
      const { bytes } = await expectWholeFile(options.path);
      return { frames, bytes };
    },
    abandon: release,
  };
}

interface Track {
  encoder: CodecContext;
  stream: Stream;
  packet: Packet;
}

async function openTrack(output: FormatContext, encoder: CodecContext): Promise<Track> {
  const stream = output.newStream();
  expectSuccess(stream.codecpar.fromContext(encoder), 'describing a track');
  stream.timeBase = encoder.timeBase;
  stream.avgFrameRate = encoder.framerate;
  stream.sampleAspectRatio = encoder.sampleAspectRatio;
  const packet = new Packet();
  packet.alloc();
  return { encoder, stream, packet };
}

/** Sends one frame, or null for the end, and writes every packet that is ready. */
async function encode(output: FormatContext, { encoder, stream, packet }: Track, frame: Frame | null): Promise<void> {
  expectSuccess(await encoder.sendFrame(frame), 'encoding');
  for (;;) {
    const result = await encoder.receivePacket(packet);
    if (result === AVERROR_EAGAIN || result === AVERROR_EOF) return;
    expectSuccess(result, 'encoding');
    packet.streamIndex = stream.index;
    packet.rescaleTs(encoder.timeBase, stream.timeBase);
    expectSuccess(await output.interleavedWriteFrame(packet), 'writing');
  }
}

function copyRows(from: Uint8Array, to: Uint8Array, row: number, stride: number, rows: number): void {
  if (row === stride) to.set(from.subarray(0, row * rows));
  else for (let y = 0; y < rows; y++) to.set(from.subarray(y * row, (y + 1) * row), y * stride);
}

function fill(frame: Frame, channel: number, samples: Float32Array, from: number, count: number): void {
  const plane = frame.data?.[channel];
  if (!plane) throw new Error('The sound frame has no memory');
  const target = new Float32Array(plane.buffer, plane.byteOffset, count);
  target.fill(0);
  target.set(samples.subarray(from, from + count));
}
