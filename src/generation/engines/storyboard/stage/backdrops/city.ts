import { between } from '../../random.ts';
import { row, skyscraper } from '../houses.ts';
import { cut } from '../paper.ts';
import { box, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';
import { roundTree } from '../trees.ts';

/** A skyline three rows deep behind a quay. */
export function city(set: StageSet): Backdrop {
  const { height, unit, random, light } = set;
  const skyline = (at: number, depth: number, distance: number, from: number, to: number) =>
    createLayer(set, { depth, top: height * at - unit * to * 1.35 }, (context) =>
      row(set, { from: 0.09, to: 0.17, gap: 0.03 }, (x, width) =>
        skyscraper(set, context, { x, y: height * at, width, height: unit * between(random, from, to), distance }),
      ),
    );
  return {
    layers: [
      ...createSky(set),
      skyline(0.8, 0.15, 0.78, 0.28, 0.62),
      skyline(0.82, 0.32, 0.45, 0.2, 0.5),
      skyline(0.84, 0.55, 0.15, 0.12, 0.36),
      createLayer(set, { depth: 0.85, top: height * 0.6 }, (context) => {
        for (let tree = 0; tree < 5; tree++) {
          const x = between(random, -set.margin, set.width + set.margin);
          roundTree(set, context, { x, y: height * 0.81, size: unit * between(random, 0.12, 0.17), distance: 0.1 });
        }
        cut(
          context,
          sheetBelow(set, () => height * 0.8),
          light.on('#a9a49c', 0.1),
          { lift: unit * 0.014, edge: unit * 0.003 },
        );
      }),
      createLayer(set, { depth: 1.25, top: height * 0.85 }, (context) => {
        for (let x = -set.margin; x < set.width + set.margin; x += unit * 0.16)
          cut(context, box(x, height * 0.915, unit * 0.018, unit * 0.08), light.on('#58616d'), { lift: unit * 0.006 });
        cut(
          context,
          box(-set.margin - 9, height * 0.92, set.width + set.margin * 2 + 18, unit * 0.012),
          light.on('#58616d'),
          { lift: unit * 0.006 },
        );
        cut(
          context,
          sheetBelow(set, () => height * 0.965),
          light.on('#77736f'),
          { lift: unit * 0.015, edge: unit * 0.003 },
        );
      }),
    ],
    ground: 0.9,
    air: { top: 0.1, bottom: 0.42 },
    water: null,
  };
}
