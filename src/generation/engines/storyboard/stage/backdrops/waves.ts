import { css, mix, type Rgb } from '../colour.ts';
import { cut } from '../paper.ts';
import { sheetBelow } from '../shapes.ts';
import { createLayer, type Layer, type StageSet } from '../stage-set.ts';

interface WaveOptions {
  /** Height in the frame, 0 to 1. */
  at: number;
  depth: number;
  colour: Rgb;
  /** Height of a wave, in units. */
  swell: number;
  /** Which way it rocks, and how far along. */
  phase: number;
}

/** A sheet of scalloped waves that rocks to and fro. */
export function waveLayer(set: StageSet, { at, depth, colour, swell, phase }: WaveOptions): Layer {
  const { height, unit } = set;
  const length = unit * (0.1 + depth * 0.1);
  const line = (x: number) => height * at - Math.abs(Math.sin((x / length) * Math.PI + phase)) * unit * swell;
  const rough = set.reading.weather === 'storm' ? 2.2 : 1;
  const drift = (seconds: number) => ({
    x: Math.sin(seconds * 0.9 + phase) * unit * 0.03 * rough,
    y: Math.cos(seconds * 1.3 + phase) * unit * 0.008 * rough,
  });
  return createLayer(set, { depth, top: height * at - unit * swell * 1.6, drift }, (context) => {
    cut(context, sheetBelow(set, line, 0.004), colour, { lift: unit * 0.014, edge: unit * 0.004 });
    context.strokeStyle = css(mix(colour, [255, 255, 255], 0.35), 0.4);
    context.lineWidth = unit * 0.004;
    for (let row = 1; row < 4; row++) {
      context.beginPath();
      for (let x = -set.margin; x < set.width + set.margin; x += unit * 0.006) {
        const y = line(x + row * length * 0.37) + unit * 0.045 * row;
        if (Math.sin((x / length) * 0.7 + row * 2) > 0.2) context.lineTo(x, y);
        else context.moveTo(x, y);
      }
      context.stroke();
    }
  });
}
