import { between } from '../../random.ts';
import { mix } from '../colour.ts';
import { cut } from '../paper.ts';
import { cloudPath, rollingLine, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';

/** High up: banks of clouds, the land small below. */
export function skyAbove(set: StageSet): Backdrop {
  const { width, height, unit, random, light } = set;
  const land = rollingLine(set, random, height * 0.93, unit * 0.03);
  const bank = (at: number, depth: number, size: number, speed: number) =>
    createLayer(
      set,
      { depth, top: height * at - unit * size * 1.4, drift: (seconds) => ({ x: -unit * speed * seconds, y: 0 }) },
      (context) => {
        for (let x = -set.margin; x < width + set.margin * 2; x += unit * size * between(random, 0.9, 2)) {
          const white = mix(
            mix([255, 255, 255], light.skyBottom, light.dark ? 0.72 : 0.12),
            light.skyTop,
            random() * 0.12,
          );
          cut(context, cloudPath(random, x, height * at + unit * between(random, -0.04, 0.04), unit * size), white, {
            lift: unit * 0.014,
          });
        }
      },
    );
  return {
    layers: [
      ...createSky(set),
      createLayer(set, { depth: 0.1, top: height * 0.8 }, (context) =>
        cut(context, sheetBelow(set, land), light.on('#9cc48d', 0.55), { lift: unit * 0.01 }),
      ),
      bank(0.8, 0.35, 0.2, 0.012),
      bank(0.9, 0.7, 0.28, 0.02),
      bank(1.04, 1.4, 0.4, 0.034),
    ],
    ground: 0.82,
    air: { top: 0.2, bottom: 0.66 },
    water: null,
  };
}
