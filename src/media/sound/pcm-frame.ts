import { AV_CHANNEL_LAYOUT_STEREO, AV_SAMPLE_FMT_FLTP } from 'node-av/constants';
import { Frame, Rational } from 'node-av/lib';
import { SAMPLE_RATE } from '../video/encode-audio.ts';
import { must } from '../video/ffmpeg-result.ts';
import type { Pcm } from '../video/pcm.ts';

/**
 * Samples as FFmpeg takes them, in memory of its own; `pts` in samples from the start. `Frame.fromAudioBuffer` of
 * node-av 6.1 only points at the buffer's memory, which is collected while the frame is still waiting in a filter or
 * an encoder: then there is noise in its place.
 */
export function pcmFrame(pcm: Pcm, pts: number): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.format = AV_SAMPLE_FMT_FLTP;
  frame.sampleRate = SAMPLE_RATE;
  frame.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
  frame.nbSamples = pcm.left.length;
  frame.timeBase = new Rational(1, SAMPLE_RATE);
  frame.pts = BigInt(pts);
  must(frame.getBuffer(), 'make room for sound');
  for (const [plane, side] of [pcm.left, pcm.right].entries()) {
    frame.data?.[plane]?.set(Buffer.from(side.buffer, side.byteOffset, side.byteLength));
  }
  return frame;
}
