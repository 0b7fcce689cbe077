import { AV_PIX_FMT_YUV420P, AVCOL_SPC_BT709 } from 'node-av/constants';
import { Frame } from 'node-av/lib';
import { answer } from '../../../../src/media/contained-task.ts';
import { pcmFrame } from '../../../../src/media/sound/pcm-frame.ts';
import { openAudioEncoder, SAMPLE_RATE } from '../../../../src/media/video/encode-audio.ts';
import { openVideoEncoder } from '../../../../src/media/video/encode-video.ts';
import { must } from '../../../../src/media/video/ffmpeg-result.ts';
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
  /**
   * `numbers` carries its number in each frame as 16 bars; `disc` is a bright disc that pulses a quarter from the left;
   * the others are what a machine should find wrong.
   */
  look: 'numbers' | 'disc' | 'black' | 'plain' | 'still' | 'noise' | 'red';
  /** Hertz of a tone; null for no sound. */
  tone: number | null;
}

answer<SourceOrder, null>(async (order) => {
  const rate = toFrameRate(order.framesPerSecond);
  const look = draw(order, 0);
  const video = await openVideoEncoder(
    { ...order, rate, codec: 'h264', quality: order.look === 'noise' ? 8 : 16, maxBitRate: null },
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
        fromDisc: Math.hypot(x - width / 4, y - height / 2) / height,
      });
    }
  }
  if (look === 'red') paint(bytes, width * height);
  const frame = toFrame(bytes, width, height);
  if (look === 'red') frame.colorSpace = AVCOL_SPC_BT709;
  return frame;
}

/** In memory of FFmpeg's own: see `pcmFrame`. */
function toFrame(bytes: Buffer, width: number, height: number): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.width = width;
  frame.height = height;
  frame.format = AV_PIX_FMT_YUV420P;
  must(frame.getBuffer(), 'make room for a frame');
  let from = 0;
  for (const [plane, across, down] of [
    [0, width, height],
    [1, width / 2, height / 2],
    [2, width / 2, height / 2],
  ] as const) {
    for (let y = 0; y < down; y += 1, from += across) {
      frame.data?.[plane]?.set(bytes.subarray(from, from + across), y * (frame.linesize[plane] ?? across));
    }
  }
  return frame;
}

/** rgb(192, 48, 96) in BT.709 (ITU-R BT.709-6, 3.3 and 3.4), in the range of television. */
function paint(bytes: Buffer, pixels: number): void {
  bytes.fill(86, 0, pixels);
  bytes.fill(135, pixels, pixels * 1.25);
  bytes.fill(189, pixels * 1.25);
}

interface Spot {
  x: number;
  y: number;
  number: number;
  noise: number;
  /** In heights of the picture. */
  fromDisc: number;
}

function brightness(look: SourceOrder['look'], at: Spot): number {
  if (look === 'black') return 16;
  if (look === 'plain') return 120;
  if (look === 'noise') return at.noise;
  if (look === 'disc') return at.fromDisc < 0.3 ? 220 + (at.number % 10) : 60;
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
  return pcmFrame({ left: side, right: side }, at);
}
