import { AV_CHANNEL_LAYOUT_STEREO, AV_PIX_FMT_YUV420P, AV_SAMPLE_FMT_FLTP, AVCOL_SPC_BT709 } from 'node-av/constants';
import { Frame } from 'node-av/lib';
import { answer } from '../../../../src/media/contained-task.ts';
import { openAudioEncoder, SAMPLE_RATE } from '../../../../src/media/video/encode-audio.ts';
import { openVideoEncoder } from '../../../../src/media/video/encode-video.ts';
import { toFrameRate } from '../../../../src/media/video/frame-rate.ts';
import { openMp4 } from '../../../../src/media/video/mp4-file.ts';

export interface SourceOrder {
  path: string;
  width: number;
  height: number;
  framesPerSecond: number;
  frames: number;
  /** Of the first frame. */
  from: number;
  /** `numbers` carries its number in each frame as 16 bars; the others are what a machine should find wrong. */
  look: 'numbers' | 'black' | 'plain' | 'still' | 'noise' | 'red';
  /** Hertz of a tone; null for no sound. */
  tone: number | null;
}

answer<SourceOrder, null>(async (order) => {
  const rate = toFrameRate(order.framesPerSecond);
  const look = draw(order, 0);
  const video = await openVideoEncoder(
    { ...order, rate, quality: order.look === 'noise' ? 8 : 16, maxBitRate: null },
    look,
  );
  const audio = order.tone === null ? null : await openAudioEncoder(96_000);
  const file = await openMp4(order.path, audio === null ? [video] : [video, audio]);
  const [picture, sound] = file.tracks;
  for (let index = 0; index < order.frames; index += 1) {
    using frame = draw(order, index);
    frame.pts = BigInt(index);
    await picture?.encode(frame);
  }
  await picture?.encode(null);
  const samples = Math.round((order.frames * SAMPLE_RATE * rate.den) / rate.num);
  for (let at = 0; sound !== undefined && at < samples; at += 1024) {
    using frame = tone(order.tone ?? 0, at, Math.min(1024, samples - at));
    await sound.encode(frame);
  }
  await sound?.encode(null);
  await file.finish();
  await file.close();
  return null;
});

function draw({ width, height, look, from }: SourceOrder, index: number): Frame {
  const bytes = Buffer.alloc((width * height * 3) / 2, 128);
  let state = index + 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      bytes[y * width + x] = brightness(look, {
        x: x / width,
        y: y / height,
        number: from + index,
        noise: state >> 23,
      });
    }
  }
  if (look === 'red') paint(bytes, width * height);
  const frame = Frame.fromVideoBuffer(bytes, { width, height, format: AV_PIX_FMT_YUV420P });
  if (look === 'red') frame.colorSpace = AVCOL_SPC_BT709;
  return frame;
}

/** rgb(192, 48, 96) in BT.709 (ITU-R BT.709-6, 3.3 and 3.4), in the range of television. */
function paint(bytes: Buffer, pixels: number): void {
  bytes.fill(86, 0, pixels);
  bytes.fill(135, pixels, pixels * 1.25);
  bytes.fill(189, pixels * 1.25);
}

function brightness(look: SourceOrder['look'], at: { x: number; y: number; number: number; noise: number }): number {
  if (look === 'black') return 16;
  if (look === 'plain') return 120;
  if (look === 'noise') return at.noise;
  if (look === 'still') return 16 + Math.floor(at.x * 200);
  // The upper half holds the number; the lower half moves.
  if (at.y < 0.5) return (at.number >> Math.floor(at.x * 16)) & 1 ? 210 : 40;
  return 16 + Math.floor((at.x * 200 + at.number * 7) % 200);
}

function tone(hertz: number, at: number, samples: number): Frame {
  const side = Float32Array.from(
    { length: samples },
    (_, index) => 0.5 * Math.sin((2 * Math.PI * hertz * (at + index)) / SAMPLE_RATE),
  );
  const bytes = Buffer.from(side.buffer);
  return Frame.fromAudioBuffer(Buffer.concat([bytes, bytes]), {
    nbSamples: samples,
    format: AV_SAMPLE_FMT_FLTP,
    sampleRate: SAMPLE_RATE,
    channelLayout: AV_CHANNEL_LAYOUT_STEREO,
    timeBase: { num: 1, den: SAMPLE_RATE },
    pts: BigInt(at),
  });
}
