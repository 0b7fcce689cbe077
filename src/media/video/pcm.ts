import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_CHANNEL_LAYOUT_STEREO,
  AV_CHANNEL_ORDER_UNSPEC,
  AV_SAMPLE_FMT_FLTP,
} from 'node-av/constants';
import { type FormatContext, Frame, SoftwareResampleContext, type Stream } from 'node-av/lib';
import { type Damage, decodeStream } from './decode-stream.ts';
import { SAMPLE_RATE } from './encode-audio.ts';
import { must } from './ffmpeg-result.ts';

/** Sound as two channels of 32-bit samples at 48 kHz. A minute is 23 MB. */
export interface Pcm {
  left: Float32Array;
  right: Float32Array;
}

export function silence(samples: number): Pcm {
  return { left: new Float32Array(samples), right: new Float32Array(samples) };
}

/** Decodes a stream of sound to exactly so many samples: what is longer is cut, what is shorter ends in silence. */
export async function readPcm(format: FormatContext, stream: Stream, samples: number): Promise<Pcm> {
  const pcm = silence(samples);
  const damage: Damage = { broken: 0, endedEarly: false };
  let at = 0;
  const take = (frame: Frame) => {
    at = append(pcm, at, frame);
  };
  using resampler = new SoftwareResampleContext();
  let ready = false;
  for await (const frame of decodeStream(format, stream, damage)) {
    nameLayout(frame);
    if (!ready) {
      open(resampler, frame);
      at = startOf(frame, stream);
      ready = true;
    }
    if (at < samples) convert(resampler, frame, take);
  }
  if (ready) convert(resampler, null, take);
  return pcm;
}

function open(resampler: SoftwareResampleContext, frame: Frame): void {
  const to = [AV_CHANNEL_LAYOUT_STEREO, AV_SAMPLE_FMT_FLTP, SAMPLE_RATE] as const;
  const from = [frame.channelLayout, frame.format as typeof AV_SAMPLE_FMT_FLTP, frame.sampleRate] as const;
  must(resampler.allocSetOpts2(...to, ...from), 'describe the sound');
  must(resampler.init(), 'open the resampler');
}

/** A plain WAV only counts its channels, and the resampler then takes each frame for a change. */
function nameLayout(frame: Frame): void {
  const { order, nbChannels } = frame.channelLayout;
  if (order !== AV_CHANNEL_ORDER_UNSPEC || nbChannels > 2) return;
  frame.channelLayout = nbChannels === 1 ? AV_CHANNEL_LAYOUT_MONO : AV_CHANNEL_LAYOUT_STEREO;
}

/** Sound may begin later than the picture; what begins earlier (an encoder's run-up) the decoder has taken away. */
function startOf(frame: Frame, stream: Stream): number {
  const seconds = Number(frame.pts) * stream.timeBase.toDouble();
  return Number.isFinite(seconds) && seconds > 0 && seconds < 3600 ? Math.round(seconds * SAMPLE_RATE) : 0;
}

function convert(resampler: SoftwareResampleContext, frame: Frame | null, take: (frame: Frame) => void): void {
  using out = new Frame();
  out.alloc();
  out.format = AV_SAMPLE_FMT_FLTP;
  out.sampleRate = SAMPLE_RATE;
  out.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
  must(resampler.convertFrame(out, frame), 'resample');
  if (out.nbSamples > 0) take(out);
}

function append(pcm: Pcm, at: number, frame: Frame): number {
  const room = Math.min(frame.nbSamples, pcm.left.length - at);
  if (room <= 0) return at;
  for (const [plane, channel] of [pcm.left, pcm.right].entries()) {
    const bytes = frame.extendedData?.[plane] ?? frame.data?.[plane];
    if (bytes === undefined) continue;
    channel.set(new Float32Array(bytes.buffer, bytes.byteOffset, frame.nbSamples).subarray(0, room), at);
  }
  return at + frame.nbSamples;
}
