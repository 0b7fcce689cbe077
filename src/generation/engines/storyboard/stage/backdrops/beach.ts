import { between } from '../../random.ts';
import { css } from '../colour.ts';
import { cut } from '../paper.ts';
import { circle, rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';
import { palmTree } from '../trees.ts';
import { waveLayer } from './waves.ts';

/** Sand in front of the sea, a palm at the side. */
export function beach(set: StageSet): Backdrop {
  const { width, height, unit, random, light } = set;
  const shore = rollingLine(set, random, height * 0.775, unit * 0.02);
  const front = rollingLine(set, random, height * 0.955, unit * 0.016, 0.6);
  const side = random() < 0.5 ? 0.06 : 0.94;
  return {
    layers: [
      ...createSky(set),
      waveLayer(set, { at: 0.58, depth: 0.2, colour: light.on('#6fbccb', 0.4), swell: 0.012, phase: 0 }),
      waveLayer(set, { at: 0.65, depth: 0.4, colour: light.on('#4cabc0', 0.2), swell: 0.018, phase: 2 }),
      waveLayer(set, { at: 0.73, depth: 0.65, colour: light.on('#8fd6d8', 0.08), swell: 0.022, phase: 4 }),
      createLayer(set, { depth: 0.85, top: height * 0.7 }, (context) => {
        cut(
          context,
          sheetBelow(set, (x) => shore(x) - unit * 0.02),
          light.on('#fdf6e6'),
          { lift: unit * 0.008 },
        );
        cut(context, sheetBelow(set, shore), light.on('#f0d9a4', 0.05), { lift: 0 });
        for (let shell = 0; shell < 60; shell++) {
          const x = between(random, -set.margin, width + set.margin);
          context.fillStyle = css(light.on('#c9a86c'), 0.6);
          context.fill(circle(x, height * between(random, 0.81, 0.95), unit * between(random, 0.002, 0.005)));
        }
      }),
      createLayer(set, { depth: 1.3 }, (context) => {
        palmTree(set, context, { x: width * side, y: height * 1.02, size: unit * 0.95, distance: 0 });
        cut(context, sheetBelow(set, front), light.on('#e3c68a'), { lift: unit * 0.018, edge: unit * 0.004 });
      }),
    ],
    ground: 0.89,
    air: { top: 0.12, bottom: 0.48 },
    water: null,
  };
}
