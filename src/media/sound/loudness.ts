import { AV_LOG_QUIET } from 'node-av/constants';
import { Log } from 'node-av/lib';
import { SAMPLE_RATE } from '../video/encode-audio.ts';
import { openGraph } from '../video/filter-graph.ts';
import type { Pcm } from '../video/pcm.ts';
import { gather, SOUND_SINK, SOUND_SOURCE, sendThrough } from './filter-sound.ts';

export interface Loudness {
  /** Integrated, in LUFS (EBU R 128); −70 where there is nothing to hear. */
  integrated: number;
  /** The highest true peak of both channels, in dBTP. */
  truePeak: number;
}

/** What players and platforms bring sound to, in LUFS. */
const TARGET = -14;

/** AAC may overshoot what it was given by some tenths; −1 dBTP is what must hold in the file. */
const CEILING = -1.8;

/** So little off is right; each round measures what the limiter took away. */
const NEAR = 0.15;
const ROUNDS = 4;

/** Quieter than this there is nothing to bring to any loudness. */
const SILENCE = -60;

export async function measureLoudness(pcm: Pcm): Promise<Loudness> {
  // The filter would print its summary.
  Log.setLevel(AV_LOG_QUIET);
  const loudness: Loudness = { integrated: -70, truePeak: -120 };
  using graph = await openGraph(`${SOUND_SOURCE},ebur128=peak=true:metadata=1,abuffersink@out`);
  await sendThrough(graph, pcm, (frame) => {
    const read = (key: string) => Number(frame.getMetadata()?.get(`lavfi.r128.${key}`) ?? Number.NaN);
    if (Number.isFinite(read('I'))) loudness.integrated = read('I');
    // Linear, for each channel and over all that came so far.
    for (const channel of [0, 1]) {
      const peak = read(`true_peaks_ch${channel}`);
      if (peak > 0) loudness.truePeak = Math.max(loudness.truePeak, 20 * Math.log10(peak));
    }
  });
  return loudness;
}

/**
 * Brings sound to −14 LUFS with its true peaks under −1 dB: measures, raises or lowers it as a whole, takes down only
 * the peaks (at four times the rate, since the true ones lie between samples), and measures again what came of that.
 */
export async function normalize(pcm: Pcm): Promise<Pcm> {
  const { integrated } = await measureLoudness(pcm);
  if (integrated < SILENCE) return pcm;
  let gain = TARGET - integrated;
  let result = await limit(pcm, gain);
  for (let round = 1; round < ROUNDS; round += 1) {
    const off = TARGET - (await measureLoudness(result)).integrated;
    if (Math.abs(off) <= NEAR) break;
    gain += off;
    result = await limit(pcm, gain);
  }
  return result;
}

async function limit(pcm: Pcm, gain: number): Promise<Pcm> {
  const ceiling = 10 ** (CEILING / 20);
  using graph = await openGraph(
    [
      `${SOUND_SOURCE},volume=${gain.toFixed(3)}dB:precision=float,aresample=${4 * SAMPLE_RATE}`,
      `alimiter=limit=${ceiling.toFixed(4)}:level=false:latency=true:attack=5:release=60,${SOUND_SINK}`,
    ].join(','),
  );
  const limited = gather(pcm.left.length);
  await sendThrough(graph, pcm, limited.take);
  return limited.pcm;
}
