import type { Frame } from 'node-av/lib';
import { SAMPLE_RATE } from '../video/encode-audio.ts';
import type { OpenGraph } from '../video/filter-graph.ts';
import { type Pcm, silence } from '../video/pcm.ts';
import { pcmFrame } from './pcm-frame.ts';

/** The ends of a graph that sound of ours goes through. */
export const SOUND_SOURCE = `abuffer@in=sample_rate=${SAMPLE_RATE}:sample_fmt=fltp:channel_layout=stereo:time_base=1/${SAMPLE_RATE}`;
export const SOUND_SINK = `aresample=${SAMPLE_RATE},aformat=sample_fmts=fltp:channel_layouts=stereo,abuffersink@out`;

const PORTION = 4800;

export async function sendThrough(graph: OpenGraph, pcm: Pcm, take: (frame: Frame) => void): Promise<void> {
  for (let at = 0; at < pcm.left.length; at += PORTION) {
    const part = (side: Float32Array) => side.slice(at, at + PORTION);
    using frame = pcmFrame({ left: part(pcm.left), right: part(pcm.right) }, at);
    for await (const out of graph.pass(frame)) take(out);
  }
  for await (const out of graph.pass(null)) take(out);
}

/** Gathers what comes out of a graph, up to so many samples. */
export function gather(samples: number): { pcm: Pcm; take: (frame: Frame) => void; taken: () => number } {
  const pcm = silence(samples);
  let at = 0;
  return {
    pcm,
    taken: () => at,
    take: (frame) => {
      const count = Math.min(frame.nbSamples, samples - at);
      if (count <= 0) return;
      for (const [plane, channel] of [pcm.left, pcm.right].entries()) {
        const bytes = frame.extendedData?.[plane] ?? frame.data?.[plane];
        if (bytes) channel.set(new Float32Array(bytes.buffer, bytes.byteOffset, count), at);
      }
      at += count;
    },
  };
}
