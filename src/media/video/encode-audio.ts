import {
  AV_CHANNEL_LAYOUT_STEREO,
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_SAMPLE_FMT_FLTP,
  FF_ENCODER_AAC,
} from 'node-av/constants';
import { Codec, CodecContext, Rational } from 'node-av/lib';
import { must } from './ffmpeg-result.ts';

/** Samples per second of all sound we make. */
export const SAMPLE_RATE = 48_000;

/** AAC-LC, stereo, 48 kHz. */
export async function openAudioEncoder(bitRate: number): Promise<CodecContext> {
  const codec = Codec.findEncoderByName(FF_ENCODER_AAC);
  if (codec === null) throw new Error('FFmpeg was built without AAC');
  const encoder = new CodecContext();
  encoder.allocContext3(codec);
  encoder.sampleRate = SAMPLE_RATE;
  encoder.sampleFormat = AV_SAMPLE_FMT_FLTP;
  encoder.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
  encoder.timeBase = new Rational(1, SAMPLE_RATE);
  encoder.bitRate = BigInt(bitRate);
  encoder.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  must(await encoder.open2(codec, null), 'open the AAC encoder');
  return encoder;
}
