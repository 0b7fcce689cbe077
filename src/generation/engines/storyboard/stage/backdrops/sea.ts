import { cut } from '../paper.ts';
import { rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';
import { waveLayer } from './waves.ts';

/** Open water in sheets of waves, land far away. */
export function sea(set: StageSet): Backdrop {
  const { height, unit, random, light } = set;
  const land = rollingLine(set, random, height * 0.585, unit * 0.05, 0.6);
  return {
    layers: [
      ...createSky(set),
      createLayer(set, { depth: 0.12, top: height * 0.45 }, (context) =>
        cut(context, sheetBelow(set, land), light.on('#7f98a8', 0.6), { lift: unit * 0.01 }),
      ),
      waveLayer(set, { at: 0.6, depth: 0.25, colour: light.on('#7fc0cf', 0.45), swell: 0.012, phase: 0 }),
      waveLayer(set, { at: 0.67, depth: 0.45, colour: light.on('#4fa3bd', 0.25), swell: 0.02, phase: 1.7 }),
      waveLayer(set, { at: 0.75, depth: 0.75, colour: light.on('#3a8fb0', 0.12), swell: 0.026, phase: 3.1 }),
      waveLayer(set, { at: 0.84, depth: 1.05, colour: light.on('#2f7fa5', 0.04), swell: 0.034, phase: 4.4 }),
      waveLayer(set, { at: 0.94, depth: 1.35, colour: light.on('#226c95'), swell: 0.042, phase: 5.9 }),
    ],
    ground: 0.84,
    air: { top: 0.12, bottom: 0.5 },
    water: 'surface',
  };
}
