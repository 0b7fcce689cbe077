import { SAMPLE_RATE } from '../video/encode-audio.ts';
import { openGraph } from '../video/filter-graph.ts';
import type { Pcm } from '../video/pcm.ts';
import { gather, SOUND_SINK, SOUND_SOURCE, sendThrough } from './filter-sound.ts';

/** The same voice, faster, at the same pitch. */
export async function quicken(pcm: Pcm, tempo: number): Promise<Pcm> {
  if (tempo <= 1.001) return pcm;
  using graph = await openGraph(`${SOUND_SOURCE},atempo=${tempo.toFixed(4)},${SOUND_SINK}`);
  const samples = Math.ceil(pcm.left.length / tempo) + SAMPLE_RATE / 10;
  const { pcm: quick, take, taken } = gather(samples);
  await sendThrough(graph, pcm, take);
  return { left: quick.left.subarray(0, taken()), right: quick.right.subarray(0, taken()) };
}
