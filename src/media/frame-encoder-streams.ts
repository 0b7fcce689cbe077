import {
  AV_CHANNEL_LAYOUT_STEREO,
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PIX_FMT_RGBA,
  AV_PIX_FMT_YUV420P,
  AV_SAMPLE_FMT_FLTP,
  AVCHROMA_LOC_LEFT,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_JPEG,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_RGB,
  AVCOL_TRC_BT709,
  Codec,
  CodecContext,
  Dictionary,
  FF_ENCODER_AAC,
  FF_ENCODER_LIBX264,
  Frame,
  Rational,
} from 'node-av';
import { TaskError } from './contained-task.ts';
import { expectSuccess } from './frame-encoder-checks.ts';

/** Samples a second of every sound we make. */
export const SAMPLE_RATE = 48_000;

const SQUARE = { num: 1, den: 1 };

/**
 * H.264 High, 4:2:0, BT.709, square pixels. A fixed number of threads, because x264 shares out its bits by it: with
 * the machine's own number the same frames would give other bytes elsewhere. A key frame every two seconds, so that
 * players and platforms can seek.
 */
export async function openVideoEncoder(width: number, height: number, framesPerSecond: number): Promise<CodecContext> {
  const codec = Codec.findEncoderByName(FF_ENCODER_LIBX264);
  if (!codec) throw new TaskError('encoder', 'This build of FFmpeg has no H.264 encoder');
  const context = new CodecContext();
  context.allocContext3(codec);
  context.width = width;
  context.height = height;
  context.pixelFormat = AV_PIX_FMT_YUV420P;
  context.timeBase = new Rational(1, framesPerSecond);
  context.framerate = new Rational(framesPerSecond, 1);
  context.sampleAspectRatio = new Rational(SQUARE.num, SQUARE.den);
  context.gopSize = framesPerSecond * 2;
  context.colorRange = AVCOL_RANGE_MPEG;
  context.colorSpace = AVCOL_SPC_BT709;
  context.colorPrimaries = AVCOL_PRI_BT709;
  context.colorTrc = AVCOL_TRC_BT709;
  context.chromaLocation = AVCHROMA_LOC_LEFT;
  context.threadCount = 2;
  context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  // With x264's macroblock tree (as built into FFmpeg 8.1 of node-av 6.1) the same frames give other bytes in four
  // runs of ten, even with one thread; without it 300 of 300 were equal. CRF 22 then makes files as small as 20 with it.
  const options = Dictionary.fromObject({ preset: 'veryfast', profile: 'high', crf: '22', 'x264-params': 'mbtree=0' });
  expectSuccess(await context.open2(codec, options), 'opening the H.264 encoder');
  return context;
}

/** AAC-LC, 48 kHz, stereo. */
export async function openAudioEncoder(): Promise<CodecContext> {
  const codec = Codec.findEncoderByName(FF_ENCODER_AAC);
  if (!codec) throw new TaskError('encoder', 'This build of FFmpeg has no AAC encoder');
  const context = new CodecContext();
  context.allocContext3(codec);
  context.sampleFormat = AV_SAMPLE_FMT_FLTP;
  context.sampleRate = SAMPLE_RATE;
  context.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
  context.timeBase = new Rational(1, SAMPLE_RATE);
  context.bitRate = 128_000n;
  context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  expectSuccess(await context.open2(codec, null), 'opening the AAC encoder');
  return context;
}

/** The frame that drawn pixels are copied to: full-range RGB, which the scaler turns into the encoder's colours. */
export function createDrawnFrame(width: number, height: number): Frame {
  const frame = createPicture(width, height, AV_PIX_FMT_RGBA);
  frame.colorSpace = AVCOL_SPC_RGB;
  frame.colorRange = AVCOL_RANGE_JPEG;
  expectSuccess(frame.getBuffer(0), 'allocating a frame');
  return frame;
}

export function createEncodedFrame(width: number, height: number): Frame {
  const frame = createPicture(width, height, AV_PIX_FMT_YUV420P);
  frame.colorSpace = AVCOL_SPC_BT709;
  frame.colorRange = AVCOL_RANGE_MPEG;
  frame.colorPrimaries = AVCOL_PRI_BT709;
  frame.colorTrc = AVCOL_TRC_BT709;
  frame.chromaLocation = AVCHROMA_LOC_LEFT;
  frame.sampleAspectRatio = new Rational(SQUARE.num, SQUARE.den);
  expectSuccess(frame.getBuffer(0), 'allocating a frame');
  return frame;
}

export function createSoundFrame(samples: number): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.format = AV_SAMPLE_FMT_FLTP;
  frame.sampleRate = SAMPLE_RATE;
  frame.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
  frame.nbSamples = samples;
  expectSuccess(frame.getBuffer(0), 'allocating a sound frame');
  return frame;
}

function createPicture(
  width: number,
  height: number,
  format: typeof AV_PIX_FMT_RGBA | typeof AV_PIX_FMT_YUV420P,
): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.width = width;
  frame.height = height;
  frame.format = format;
  return frame;
}
