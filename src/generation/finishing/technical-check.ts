import type { ProbeOutcome } from '../../media/media-tools.ts';
import type { Clip } from '../../requests/index.ts';

/** Something about a finished clip that a machine can see is wrong. */
export interface TechnicalFinding {
  problem: 'not-a-video' | 'damaged' | 'wrong-shape' | 'wrong-length' | 'black' | 'plain' | 'still';
  /** Whether nobody should be sent it; otherwise it is only worth a look. */
  severe: boolean;
  /** The measure. */
  evidence: string;
}

/** Mean brightness that no frame of a black clip passes: video black is 16, and noise adds little. */
const BLACK = 20;

/** Deviation of brightness below which a frame is one plain colour. */
const PLAIN = 2;

/** Mean difference from the first frame below which nothing moves. */
const STILL = 0.3;

/**
 * What a machine can tell of a finished clip without knowing what it shows: that it plays whole, as long and as large
 * as it says, that it is not black from end to end, that something is to be seen and that something moves.
 */
export function technicalCheck(clip: Clip, probed: ProbeOutcome): TechnicalFinding[] {
  if (probed.outcome === 'not-a-video') return [{ problem: 'not-a-video', severe: true, evidence: probed.reason }];
  const { facts } = probed;
  const { brightest, contrast, change } = facts.look;
  const findings: TechnicalFinding[] = [];
  const find = (problem: TechnicalFinding['problem'], severe: boolean, evidence: string) =>
    findings.push({ problem, severe, evidence });
  if (facts.damage !== null) find('damaged', true, facts.damage);
  const width = Math.round(facts.width * facts.pixelAspect);
  if (width !== clip.width || facts.height !== clip.height) find('wrong-shape', true, `${width}x${facts.height}`);
  if (Math.abs(facts.seconds - clip.seconds) > 1.01 / clip.framesPerSecond)
    find('wrong-length', true, `${facts.seconds.toFixed(2)} s`);
  if (brightest <= BLACK) find('black', true, `brightest frame ${brightest} of 255`);
  else if (contrast < PLAIN) find('plain', true, `deviation of brightness ${contrast}`);
  else if (change < STILL) find('still', false, `change ${change} of 255`);
  return findings;
}
